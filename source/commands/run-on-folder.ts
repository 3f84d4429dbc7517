import {type ErrorReport, exitCodeOf} from '../domain/known-error.js';
import {formatWait} from '../text/measures.js';
import type {Flags} from './flags.js';
import type {Io} from './io.js';
import {printJson} from './print-json.js';
import {printReport} from './report-error.js';

type Ending = {
	readonly durationMs: number;
	readonly cancelled: boolean;
	readonly error?: ErrorReport;
};

/** What a command on the files of a folder says of its events and its end. */
export type FolderReport<Event, Last extends Event & Ending> = {
	isLast(event: Event): event is Last;
	/** Prints an event for people. */
	print(event: Event): void;
	/** Where the last line goes: not among names of files that a script reads. */
	readonly out: Io['out'];
	/** The counts of the last line; those that are `false` are left out. */
	count(last: Last): ReadonlyArray<string | false>;
	/** What holds where somebody stopped it: “what is renamed stays so”. */
	readonly stopped: string;
	/** What to do next, if anything. */
	next(last: Last): string | undefined;
	/** Whether its end is no success, though nothing ended it before its time. */
	isIncomplete?(last: Last): boolean;
};

/** Runs a command on the files of a folder: no account, no network. Returns its exit code. */
export const runOnFolder = async <Event extends object, Last extends Event & Ending>(
	events: AsyncIterable<Event>,
	folder: string,
	{isLast, print, out, count, stopped, next, isIncomplete}: FolderReport<Event, Last>,
	{json, quiet}: Pick<Flags, 'json' | 'quiet'>,
	io: Io,
): Promise<number> => {
	let last: Last | undefined;
	for await (const event of events) {
		if (json) {
			printJson(io, event);
		} else {
			print(event);
		}

		if (isLast(event)) {
			last = event;
		}
	}

	if (!last) {
		return 1;
	}

	const {error, cancelled, durationMs} = last;
	if (error) {
		printReport(io, error);
	} else if (!json && !quiet) {
		const start = cancelled ? `Stopped; ${stopped}: ` : '';
		const counts = count(last).filter(Boolean).join(', ');
		out(`${start}${counts}, in ${formatWait(durationMs / 1000)}. Folder: ${folder}\n`);
		const advice = next(last);
		if (advice !== undefined) {
			io.error(`${advice}\n`);
		}
	}

	return cancelled ? 130 : error ? exitCodeOf(error.code) : isIncomplete?.(last) ? 3 : 0;
};
