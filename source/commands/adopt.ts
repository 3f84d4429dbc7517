import type {AdoptEvent, AdoptSummary} from '../backup/adopt-folder.js';
import type {Services} from '../services/services.js';
import {countOf, formatCount} from '../text/measures.js';
import type {Flags} from './flags.js';
import type {Io} from './io.js';
import {createLiveLine} from './live-line.js';
import {type FolderReport, runOnFolder} from './run-on-folder.js';

type Last = Extract<AdoptEvent, {type: 'taken-over'}>;

/** Prints for people: one line redrawn on a terminal, a line for every file that is not simply good. */
const createPrinter = (io: Io, {quiet, verbose}: Flags) => {
	const {draw, say, clear} = createLiveLine(io, !quiet);
	return (event: AdoptEvent): void => {
		switch (event.type) {
			case 'checking': {
				const {checked, total} = event;
				draw(() => `Checking: ${formatCount(checked)} of ${countOf(total, 'file')}`);
				break;
			}
			case 'adopted':
				if (verbose) {
					say(`adopted: ${event.file}`);
				}
				break;
			case 'to-repair':
				say(`to repair: ${event.file}: ${event.reason}`);
				break;
			case 'missing':
				if (verbose) {
					say(`missing: the ${event.format} of ${event.id}`);
				}
				break;
			case 'foreign':
				if (!quiet) {
					say(`foreign: ${event.file}: not a file of a backup, left alone`);
				}
				break;
			case 'taken-over':
				clear();
		}
	};
};

const isNothing = ({adopted, known, toRepair}: AdoptSummary): boolean =>
	adopted + known + toRepair === 0;

const count = (summary: AdoptSummary) => {
	if (isNothing(summary)) {
		return ['No file of a COROS program found: nothing to take over'];
	}

	const {adopted, known, toRepair, missing, foreign, dryRun} = summary;
	return [
		`${countOf(adopted, 'file')} ${dryRun ? 'would be adopted' : 'adopted'}`,
		known > 0 && `${formatCount(known)} already known`,
		toRepair > 0 && `${formatCount(toRepair)} to repair`,
		missing > 0 && `${formatCount(missing)} missing`,
		foreign > 0 && `${formatCount(foreign)} foreign`,
	];
};

/** `adopt`: takes over the files of another program. Needs no account and no network. */
export const runAdopt = (
	services: Services,
	flags: Flags,
	io: Io,
	signal: AbortSignal,
): Promise<number> => {
	const formats = flags.formats ?? services.formats();
	const events = services.adopt({formats, dryRun: flags.dryRun}, signal);
	const report: FolderReport<AdoptEvent, Last> = {
		isLast: (event): event is Last => event.type === 'taken-over',
		print: createPrinter(io, flags),
		out: io.out,
		count,
		stopped: 'what was found so far is kept',
		next(summary) {
			if (isNothing(summary)) {
				return 'Check --backup-dir: it has to name the folder that holds the files.';
			}

			return summary.toRepair + summary.missing > 0
				? 'Run coros-tui backup: it fetches what is to repair or missing, and nothing else.'
				: undefined;
		},
	};
	return runOnFolder(events, services.folder, report, flags, io);
};
