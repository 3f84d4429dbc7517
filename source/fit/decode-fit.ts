import type {FitActivity, FitDevice, FitSummary} from './fit-activity.js';
import {createFitStream} from './fit-stream.js';
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

/** A walk costs little, and knowing the count spares the columns from growing. */
const countRecords = (bytes: Uint8Array): number => {
	let count = 0;
	const stream = createFitStream(({message}) => {
		if (message === fitMessage.record) count += 1;
	});
	stream.write(bytes);
	return count;
};

/**
 * Decodes a FIT activity file into columns. Never throws: of a damaged file it gives what can be
 * read, with `complete: false`. The parts of a chained file follow one another.
 */
export const decodeFit = (bytes: Uint8Array): FitActivity => {
	const columns = createRecordColumns(countRecords(bytes));
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

	stream.write(bytes);
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
};
