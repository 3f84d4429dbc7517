import {finish, type Steps} from '../domain/steps.js';
import type {FitActivity, FitDevice, FitSummary} from './fit-activity.js';
import {createFitStream, type FitStream} from './fit-stream.js';
import {toUnixSeconds} from './fit-time.js';
import {numberOf, textOf} from './message.js';
import {fitMessage} from './profile.js';
import {createRecordColumns} from './record-columns.js';
import {readSummary} from './summary.js';
import {createTimerPauses} from './timer-pauses.js';

const timerEvent = 0;

/** No zone is further from UTC: what is beyond is a defect, not an offset. */
const furthestOffset = 15 * 3600;

const offsetBetween = (utc: number | undefined, local: number | undefined): number | undefined => {
	if (utc === undefined || local === undefined) return undefined;
	return Math.abs(local - utc) > furthestOffset ? undefined : local - utc;
};

/** About a thousand records: a millisecond or two, even before the code is warm. */
const stepSize = 32 * 1024;

function* writeInSteps(stream: FitStream, bytes: Uint8Array): Steps<void> {
	for (let at = 0; at < bytes.length; at += stepSize) {
		stream.write(bytes.subarray(at, at + stepSize));
		yield;
	}
}

/** A walk costs little, and knowing the count spares the columns from growing. */
function* countRecords(bytes: Uint8Array): Steps<number> {
	let count = 0;
	const stream = createFitStream(({message}) => {
		if (message === fitMessage.record) count += 1;
	});
	yield* writeInSteps(stream, bytes);
	return count;
}

/** The same as `decodeFit` in short steps, for whoever has other things to do in between. */
export function* decodeFitInSteps(bytes: Uint8Array): Steps<FitActivity> {
	const columns = createRecordColumns(yield* countRecords(bytes));
	const timer = createTimerPauses();
	const laps: FitSummary[] = [];
	const sessions: FitSummary[] = [];
	let device: FitDevice | undefined;
	let createdAt: number | undefined;
	let utcOffsetSeconds: number | undefined;

	const stream = createFitStream((definition, view, at, timestamp) => {
		const number = (field: number) => numberOf(definition, view, at, field);

		switch (definition.message) {
			case fitMessage.record:
				columns.add(definition, view, at, timestamp);
				break;
			case fitMessage.event:
				if (number(0) === timerEvent) timer.add(number(1), toUnixSeconds(timestamp));
				break;
			case fitMessage.lap:
				laps.push(readSummary(fitMessage.lap, number, timestamp));
				break;
			case fitMessage.session:
				sessions.push(readSummary(fitMessage.session, number, timestamp));
				break;
			case fitMessage.activity:
				utcOffsetSeconds ??= offsetBetween(toUnixSeconds(timestamp), toUnixSeconds(number(5)));
				break;
			case fitMessage.fileId:
				device ??= {
					manufacturer: number(1),
					product: number(2),
					productName: textOf(definition, view, at, 8),
				};
				createdAt ??= toUnixSeconds(number(4));
				break;
		}
	});

	yield* writeInSteps(stream, bytes);
	return {
		complete: stream.end().fault === undefined,
		records: columns.records,
		laps,
		sessions,
		pauses: timer.pauses,
		device: device ?? {manufacturer: undefined, product: undefined, productName: undefined},
		utcOffsetSeconds,
		createdAt,
	};
}

/**
 * Decodes a FIT activity file into columns. Never throws: of a damaged file it gives what can be
 * read, with `complete: false`. The parts of a chained file follow one another.
 */
export const decodeFit = (bytes: Uint8Array): FitActivity => finish(decodeFitInSteps(bytes));
