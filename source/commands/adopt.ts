import type {AdoptEvent, AdoptSummary} from '../backup/adopt-folder.js';
import {exitCodeOf} from '../domain/known-error.js';
import {toPrintable} from '../domain/printable.js';
import type {Services} from '../services/services.js';
import {truncate} from '../text/cells.js';
import {countOf, formatCount, formatWait} from '../text/measures.js';
import type {Flags} from './flags.js';
import type {Io} from './io.js';
import {printJson} from './print-json.js';
import {printReport} from './report-error.js';

const describe = (summary: AdoptSummary, folder: string): string => {
	const {adopted, known, toRepair, missing, foreign, dryRun, cancelled, durationMs} = summary;
	const parts = [
		`${countOf(adopted, 'file')} ${dryRun ? 'would be adopted' : 'adopted'}`,
		known > 0 && `${formatCount(known)} known already`,
		toRepair > 0 && `${formatCount(toRepair)} to repair`,
		missing > 0 && `${formatCount(missing)} missing`,
		foreign > 0 && `${formatCount(foreign)} foreign`,
	];
	const start = cancelled ? 'Stopped; what was found so far is kept: ' : '';
	return `${start}${parts.filter(Boolean).join(', ')}, in ${formatWait(durationMs / 1000)}. Folder: ${folder}`;
};

/** Prints for people: one line redrawn on a terminal, a line for every file that is not simply good. */
const createPrinter = (io: Io, {quiet, verbose}: Flags) => {
	const isLive = io.isErrorTerminal && !quiet;
	const say = (text: string) => io.error(`${isLive ? '\r\u001B[K' : ''}${toPrintable(text)}\n`);
	return (event: AdoptEvent): void => {
		switch (event.type) {
			case 'checking':
				if (isLive) {
					const {checked, total} = event;
					const line = `Checking: ${formatCount(checked)} of ${countOf(total, 'file')}`;
					io.error(`\r\u001B[K${truncate(line, io.columns - 1)}`);
				}
				break;
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
					say(`foreign: ${event.file}: left alone`);
				}
				break;
			case 'taken-over':
				if (isLive) {
					io.error('\r\u001B[K');
				}
		}
	};
};

const toExit = ({cancelled, error}: AdoptSummary): number =>
	cancelled ? 130 : error ? exitCodeOf(error.code) : 0;

/** `adopt`: takes over the files of another program. Needs no account and no network. */
export const runAdopt = async (
	services: Services,
	flags: Flags,
	io: Io,
	signal: AbortSignal,
): Promise<number> => {
	const {json, quiet, dryRun} = flags;
	const print = createPrinter(io, flags);
	let summary: AdoptSummary | undefined;
	const formats = flags.formats ?? services.formats();
	for await (const event of services.adopt({formats, dryRun}, signal)) {
		if (json) {
			printJson(io, event);
		} else {
			print(event);
		}

		if (event.type === 'taken-over') {
			summary = event;
		}
	}

	if (!summary) {
		return 1;
	}

	if (summary.error) {
		printReport(io, summary.error);
	} else if (!json && !quiet) {
		io.out(`${describe(summary, services.folder)}\n`);
		if (summary.toRepair + summary.missing > 0) {
			io.error(
				'Run coros-tui backup: it fetches what is to repair or missing, and nothing else.\n',
			);
		}
	}

	return toExit(summary);
};
