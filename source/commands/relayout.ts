import type {RelayoutEvent, RelayoutSummary} from '../backup/relayout.js';
import {toPrintable} from '../domain/printable.js';
import type {Services} from '../services/services.js';
import {countOf, formatCount} from '../text/measures.js';
import type {Flags} from './flags.js';
import type {Io} from './io.js';
import {createLiveLine} from './live-line.js';
import {type FolderReport, runOnFolder} from './run-on-folder.js';

type Last = Extract<RelayoutEvent, {type: 'relaid'}>;

/** Prints for people: one line redrawn on a terminal, a line for every file that is left. */
const createPrinter = (io: Io, {verbose, quiet, dryRun}: Flags) => {
	const {draw, say, clear} = createLiveLine(io, !quiet && !dryRun);
	let done = 0;
	let total = 0;
	return (event: RelayoutEvent): void => {
		switch (event.type) {
			case 'checking':
				draw(() => `Checking: ${formatCount(event.checked)} of ${countOf(event.total, 'file')}`);
				break;
			case 'planned':
				total = event.total;
				break;
			case 'moved':
				done += 1;
				draw(() => `Renaming: ${formatCount(done)} of ${countOf(total, 'file')}`);
				if (dryRun) {
					io.out(`${toPrintable(`${event.from} -> ${event.to}`)}\n`);
				} else if (verbose) {
					say(`renamed: ${event.from} -> ${event.to}`);
				}
				break;
			case 'taken':
				say(`left: ${event.from}: ${event.to} is already there`);
				break;
			case 'unknown':
				if (!quiet) {
					say(`left: ${event.file}: it is not known what to call it`);
				}
				break;
			case 'relaid':
				clear();
		}
	};
};

const count = ({moved, kept, taken, unknown, dryRun}: RelayoutSummary) => [
	`${countOf(moved, 'file')} ${dryRun ? 'would be renamed' : 'renamed'}`,
	kept > 0 && `${formatCount(kept)} already named so`,
	taken + unknown > 0 && `${countOf(taken + unknown, 'file')} left`,
];

/** `relayout`: other names for the files of the backup. Needs no account and no network. */
export const runRelayout = (
	services: Services,
	flags: Flags,
	io: Io,
	signal: AbortSignal,
): Promise<number> => {
	const {dryRun} = flags;
	const nameTemplate = flags.nameTemplate ?? services.wishes().nameTemplate;
	const events = services.relayout({nameTemplate, dryRun}, signal);
	const report: FolderReport<RelayoutEvent, Last> = {
		isLast: (event): event is Last => event.type === 'relaid',
		print: createPrinter(io, flags),
		out: dryRun ? io.error : io.out,
		count,
		stopped: 'what is renamed stays so',
		next({unknown, taken}) {
			if (unknown > 0) {
				return 'Run coros-tui backup, then this again: it writes down what COROS knows of every activity.';
			}

			return taken > 0
				? 'Move the files away that have these names, and run this again.'
				: undefined;
		},
		isIncomplete: ({taken, unknown}) => taken + unknown > 0,
	};
	return runOnFolder(events, services.folder, report, flags, io);
};
