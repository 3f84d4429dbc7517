import type {RelayoutEvent, RelayoutSummary} from '../backup/relayout.js';
import {exitCodeOf} from '../domain/known-error.js';
import {toPrintable} from '../domain/printable.js';
import type {Services} from '../services/services.js';
import {truncate} from '../text/cells.js';
import {countOf, formatCount, formatWait} from '../text/measures.js';
import type {Flags} from './flags.js';
import type {Io} from './io.js';
import {printJson} from './print-json.js';
import {printReport} from './report-error.js';

const describe = (summary: RelayoutSummary, folder: string): string => {
	const {moved, kept, taken, unknown, dryRun, cancelled, durationMs} = summary;
	const parts = [
		`${countOf(moved, 'file')} ${dryRun ? 'would be renamed' : 'renamed'}`,
		kept > 0 && `${formatCount(kept)} named so already`,
		taken + unknown > 0 && `${formatCount(taken + unknown)} left as they are`,
	];
	const start = cancelled ? 'Stopped; what is renamed stays so: ' : '';
	return `${start}${parts.filter(Boolean).join(', ')}, in ${formatWait(durationMs / 1000)}. Folder: ${folder}`;
};

const redrawMs = 125;

/** Prints for people: one line redrawn on a terminal, a line for every file that is left. */
const createPrinter = (io: Io, {verbose, quiet, dryRun}: Flags) => {
	const isLive = io.isErrorTerminal && !quiet && !dryRun;
	let drawnAt = 0;
	let done = 0;
	let total = 0;
	const clear = () => {
		if (drawnAt > 0) {
			io.error('\r\u001B[K');
			drawnAt = 0;
		}
	};
	const say = (text: string) => {
		clear();
		io.error(`${toPrintable(text)}\n`);
	};
	const draw = (line: string) => {
		if (isLive && Date.now() - drawnAt >= redrawMs) {
			drawnAt = Date.now();
			io.error(`\r\u001B[K${truncate(line, io.columns - 1)}`);
		}
	};

	return (event: RelayoutEvent): void => {
		switch (event.type) {
			case 'checking':
				draw(`Checking: ${formatCount(event.checked)} of ${countOf(event.total, 'file')}`);
				break;
			case 'planned':
				total = event.total;
				break;
			case 'moved':
				done += 1;
				draw(`Renaming: ${formatCount(done)} of ${countOf(total, 'file')}`);
				if (dryRun) {
					io.out(`${toPrintable(`${event.from} -> ${event.to}`)}\n`);
				} else if (verbose) {
					say(`renamed: ${event.from} -> ${event.to}`);
				}
				break;
			case 'taken':
				say(`left: ${event.from}: ${event.to} is there already`);
				break;
			case 'unknown':
				if (!quiet) {
					say(`left: ${event.file}: too little is known of it`);
				}
				break;
			case 'relaid':
				clear();
		}
	};
};

const toExit = ({cancelled, error, taken, unknown}: RelayoutSummary): number =>
	cancelled ? 130 : error ? exitCodeOf(error.code) : taken + unknown > 0 ? 3 : 0;

/** `relayout`: other names for the files of the backup. Needs no account and no network. */
export const runRelayout = async (
	services: Services,
	flags: Flags,
	io: Io,
	signal: AbortSignal,
): Promise<number> => {
	const {json, quiet, dryRun} = flags;
	const nameTemplate = flags.nameTemplate ?? services.wishes().nameTemplate;
	const print = createPrinter(io, flags);
	let summary: RelayoutSummary | undefined;
	for await (const event of services.relayout({nameTemplate, dryRun}, signal)) {
		if (json) {
			printJson(io, event);
		} else {
			print(event);
		}

		if (event.type === 'relaid') {
			summary = event;
		}
	}

	if (!summary) {
		return 1;
	}

	if (summary.error) {
		printReport(io, summary.error);
	} else if (!json && !quiet) {
		const line = `${describe(summary, services.folder)}\n`;
		(dryRun ? io.error : io.out)(line);
		if (summary.unknown > 0) {
			io.error('Run coros-tui backup once: it writes down what is known of every activity.\n');
		}
	}

	return toExit(summary);
};
