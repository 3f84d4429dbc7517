import type {BackupEvent, BackupSummary} from '../backup/event.js';
import {exitCodeOf} from '../domain/known-error.js';
import {isEverything} from '../domain/selection.js';
import {endedEarly} from '../services/ended-early.js';
import type {Services} from '../services/services.js';
import {countOf, formatBytes, formatCount, formatWait} from '../text/measures.js';
import type {Flags} from './flags.js';
import type {Io} from './io.js';
import {notify} from './notify.js';
import {printJson} from './print-json.js';
import {printReport} from './report-error.js';
import {connect} from './sign-in.js';
import {createTextPrinter} from './text-printer.js';

/** What was said beats what was chosen once. Wellness is of days: an export of activities has none. */
const toWishes = (services: Services, flags: Flags) => {
	const chosen = services.wishes();
	const makesMissing = flags.convertMissing ?? chosen.convert === 'missing';
	return {
		formats: flags.formats ?? services.formats(),
		details: flags.details ?? chosen.details,
		wellness: flags.wellness ?? (flags.command === 'backup' && chosen.wellness),
		convert: makesMissing ? ('missing' as const) : undefined,
		nameTemplate: flags.nameTemplate ?? chosen.nameTemplate,
	};
};

async function* run(
	services: Services,
	flags: Flags,
	io: Io,
	signal: AbortSignal,
): AsyncGenerator<BackupEvent> {
	const startedAt = Date.now();
	try {
		const client = await connect(services, flags, io, signal);
		const {selection, full, dryRun} = flags;
		const request = {selection, full, dryRun, ...toWishes(services, flags)};
		yield* services.backUp(client, request, signal);
	} catch (error) {
		services.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
		yield endedEarly(signal.aborted ? signal.reason : error, startedAt);
	}
}

const describe = (summary: BackupSummary, folder: string): string => {
	const {saved, upToDate, unavailable, failed, bytes, durationMs, cancelled} = summary;
	const {details, wellness, converted = 0} = summary;
	const parts = [
		`${countOf(saved, 'file')} saved${saved > 0 ? ` (${formatBytes(bytes)})` : ''}`,
		upToDate > 0 && `${formatCount(upToDate)} already there`,
		details && details.saved > 0 && `${countOf(details.saved, 'file')} of details`,
		wellness && wellness.saved > 0 && `${countOf(wellness.saved, 'file')} of wellness`,
		unavailable > 0 && `${formatCount(unavailable)} not available at COROS`,
		converted > 0 && `${formatCount(converted)} of them made here`,
		failed > 0 && `${formatCount(failed)} failed`,
	];
	const start = cancelled ? 'Stopped; what is finished is kept: ' : '';
	return `${start}${parts.filter(Boolean).join(', ')}, in ${formatWait(durationMs / 1000)}. Folder: ${folder}`;
};

const exitCode = ({cancelled, error, failed}: BackupSummary): number => {
	if (cancelled) {
		return 130;
	}

	return error ? exitCodeOf(error.code) : failed > 0 ? 3 : 0;
};

// An id that COROS does not list ends the run with an error of its own.
const noneOf = ({selection}: Flags): string | undefined => {
	if (selection.ids) {
		return undefined;
	}

	return isEverything(selection)
		? 'COROS lists no activities for this account: nothing to fetch.'
		: 'No activity matches these days, sports or words: nothing to fetch.';
};

/** `backup` and `export`: plan, run, print. Needs no terminal. */
export const runBackup = async (
	services: Services,
	flags: Flags,
	io: Io,
	signal: AbortSignal,
): Promise<number> => {
	const {json, quiet, verbose, dryRun} = flags;
	const printer = json ? undefined : createTextPrinter(io, {quiet, verbose, ifNone: noneOf(flags)});
	let summary: BackupSummary | undefined;
	for await (const event of run(services, flags, io, signal)) {
		if (printer) {
			printer.print(event);
		} else {
			printJson(io, event);
		}

		if (event.type === 'planned' && printer && dryRun) {
			io.out((event.transfers ?? []).map(({file}) => `${file}\n`).join(''));
		}

		if (event.type === 'finished') {
			summary = event;
		}
	}

	printer?.end();
	if (!summary) {
		return 1;
	}

	const code = exitCode(summary);

	const nothingHappened = summary.error && summary.found === 0;
	if (!json && !quiet && !dryRun && !nothingHappened) {
		io.out(`${describe(summary, services.folder)}\n`);
	}

	if (summary.error) {
		printReport(io, summary.error);
	} else if (summary.failed > 0 && !json) {
		io.error('Run the same command again: only what is missing is fetched.\n');
	}

	await notify(flags, io, {summary, exitCode: code, folder: services.folder});
	return code;
};
