import {exitCodeOf} from '../domain/known-error.js';
import {toPrintable} from '../domain/printable.js';
import type {ConvertEvent, ConvertSummary} from '../services/convert-event.js';
import type {Services} from '../services/services.js';
import {countOf, formatBytes, formatCount, formatWait} from '../text/measures.js';
import type {Flags} from './flags.js';
import type {Io} from './io.js';
import {createLiveLine} from './live-line.js';
import {printJson} from './print-json.js';
import {printReport} from './report-error.js';

const exitCode = (summary: ConvertSummary): number => {
	const {cancelled, error, failed, damaged, unavailable, converted, upToDate} = summary;
	if (cancelled) {
		return 130;
	}

	if (error) {
		return exitCodeOf(error.code);
	}

	const isNothing = unavailable > 0 && converted + upToDate === 0;
	return failed > 0 || damaged > 0 || isNothing ? 3 : 0;
};

const describe = (summary: ConvertSummary): string => {
	const {converted, upToDate, unavailable, damaged, failed, bytes, dryRun, cancelled} = summary;
	const size = converted > 0 && !dryRun ? ` (${formatBytes(bytes)})` : '';
	const parts = [
		`${countOf(converted, 'file')} ${dryRun ? 'would be made' : 'made'}${size}`,
		upToDate > 0 && `${formatCount(upToDate)} already there (--overwrite makes them anew)`,
		unavailable > 0 && `${formatCount(unavailable)} without a route`,
		damaged > 0 && `${countOf(damaged, 'FIT file')} damaged`,
		failed > 0 && `${formatCount(failed)} failed`,
	];
	const start = cancelled ? 'Stopped; what is finished is kept: ' : '';
	return `${start}${parts.filter(Boolean).join(', ')}, in ${formatWait(summary.durationMs / 1000)}.`;
};

// What is not there is named by its error already.
const nameOnce = (source: string, message: string): string =>
	message.endsWith(`: ${source}`) ? message : `${source}: ${message}`;

/** What is printed of an event for people: problems to stderr, results to stdout. */
const createPrinter = (io: Io, {quiet, verbose, dryRun}: Flags) => {
	const {draw, say, clear} = createLiveLine(io, !quiet);
	let isEmpty = false;
	return (event: ConvertEvent): void => {
		switch (event.type) {
			case 'planned':
				isEmpty = event.found === 0;
				break;
			case 'reading':
				if (event.of > 1) {
					const {done, of} = event;
					draw(() => `Converting: ${formatCount(done + 1)} of ${countOf(of, 'file')}`);
				}
				break;
			case 'damaged':
				say(
					`damaged: ${event.source}: ${event.reason}. Converted as far as it can be read, ${countOf(event.records, 'sample')}; coros-tui verify --repair fetches a file of the backup anew.`,
				);
				break;
			case 'failed':
				say(`failed: ${nameOnce(event.source, event.error.message)}. ${event.error.hint}`);
				break;
			case 'unavailable':
				if (!quiet) {
					say(`no ${event.format}: ${event.source}: ${event.error.message}. ${event.error.hint}`);
				}
				break;
			case 'converted':
				clear();
				if (dryRun) {
					io.out(`${toPrintable(event.file)}\n`);
				} else if (verbose) {
					say(`made ${event.file}, ${formatBytes(event.bytes ?? 0)}`);
				}
				break;
			case 'up-to-date':
				if (verbose) {
					say(`there already: ${event.file}`);
				}
				break;
			case 'finished':
				clear();
				if (isEmpty && event.failed === 0 && !quiet) {
					say('No FIT file there: nothing to convert.');
				}

				if (!quiet && !dryRun) {
					io.out(`${describe(event)}\n`);
				}
		}
	};
};

/** `convert`: other formats of FIT files that are on the disk. Needs no account and no network. */
export const runConvert = async (
	services: Services,
	flags: Flags,
	io: Io,
	signal: AbortSignal,
): Promise<number> => {
	const {inputs = [], formats = [], output, overwrite = false} = flags.convert ?? {};
	const {json, dryRun} = flags;
	const print = createPrinter(io, flags);
	const request = {inputs, formats, output, overwrite, dryRun};
	for await (const event of services.convert(request, signal)) {
		if (json) {
			printJson(io, event);
		} else {
			print(event);
		}

		if (event.type === 'finished') {
			if (event.error) {
				printReport(io, event.error);
			}

			return exitCode(event);
		}
	}

	return 1;
};
