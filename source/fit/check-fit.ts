import {createFitStream} from './fit-stream.js';
import {toUnixSeconds} from './fit-time.js';
import {numberOf} from './message.js';
import {fitMessage, startTimeField} from './profile.js';

/** Whether a FIT file is whole; if not, `reason` says in a short phrase where it breaks. */
export type FitVerdict =
	| {
			readonly ok: true;
			/** Chained files in it, 1 for all that COROS makes. */
			readonly parts: number;
			/** Record messages, as a rule one a second. */
			readonly records: number;
			/** Unix seconds: the session's start, else the first record's time. */
			readonly startTime: number | undefined;
	  }
	| {readonly ok: false; readonly reason: string};

export type FitCheck = {
	/** Takes the next bytes, cut anywhere. */
	readonly write: (chunk: Uint8Array) => void;
	readonly end: () => FitVerdict;
};

/**
 * Checks a FIT file as it arrives, in bounded memory. Checksums alone are not enough: the records
 * are walked too, and must end exactly where the header says.
 */
export const createFitCheck = (): FitCheck => {
	let records = 0;
	let sessionStart: number | undefined;
	let firstRecord: number | undefined;

	const stream = createFitStream((definition, view, at, timestamp) => {
		if (definition.message === fitMessage.record) {
			records += 1;
			firstRecord ??= toUnixSeconds(timestamp);
		} else if (definition.message === fitMessage.session) {
			sessionStart ??= toUnixSeconds(numberOf(definition, view, at, startTimeField));
		}
	});

	return {
		write(chunk) {
			if (stream.fault() === undefined) stream.write(chunk);
		},

		end() {
			const {fault, parts} = stream.end();
			if (fault !== undefined) return {ok: false, reason: fault};
			return {ok: true, parts, records, startTime: sessionStart ?? firstRecord};
		},
	};
};

/** Checks a FIT file that is all in memory. */
export const checkFit = (bytes: Uint8Array): FitVerdict => {
	const check = createFitCheck();
	check.write(bytes);
	return check.end();
};
