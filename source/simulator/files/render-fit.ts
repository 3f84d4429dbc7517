import type {Recording} from '../activities/recording/recording.js';
import {legTraits} from '../activities/sport-traits.js';
import {base, createFitMessages, type FitMessages, type MessageShape} from './fit-messages.js';
import {writeOpening} from './fit-opening.js';
import {createRecordWriter} from './fit-records.js';
import {type Sum, toLap, toSession} from './fit-sums.js';
import {toFitTime} from './fit-time.js';

const event: MessageShape = {
	message: 21,
	fields: [
		[253, 4, base.uint32],
		[0, 1, base.enum],
		[1, 1, base.enum],
		[4, 1, base.uint8],
	],
	developerFields: [],
};

/** COROS declares a 32-bit field in one byte when the timer goes on: readers must live with it. */
const resumption: MessageShape = {...event, fields: [...event.fields, [3, 1, base.uint32]]};

const timer = 0;
const start = 0;
const stopAll = 4;

const writeRecords = (messages: FitMessages, recording: Recording) => {
	const {samples, pauses, legs} = recording;
	const writeRecord = createRecordWriter(messages, recording);
	let nextPause = 0;
	let leg = 0;
	for (let index = 0; index < samples.length; index++) {
		const pause = pauses[nextPause];
		if (pause !== undefined && samples.time[index] === pause.start) {
			messages.write(event, [toFitTime(pause.stop), timer, stopAll, 0]);
			messages.write(resumption, [toFitTime(pause.start), timer, start, 0, 0]);
			nextPause++;
		}

		while (leg < legs.length - 1 && index > (legs[leg]?.last ?? 0)) {
			leg++;
		}

		writeRecord(index, legTraits(legs[leg]?.sportType ?? recording.plan.sportType));
	}
};

/**
 * The FIT file of a recording, byte by byte as COROS's watches write it: activity early, records at
 * 1 Hz, laps and sessions last.
 */
export const renderFit = (recording: Recording): Uint8Array => {
	const {plan, totals, legs} = recording;
	const messages = createFitMessages();
	writeOpening(messages, recording);
	messages.write(event, [toFitTime(totals.start), timer, start, 0]);
	writeRecords(messages, recording);
	messages.write(event, [toFitTime(totals.end), timer, stopAll, 0]);

	const sums = legs.map((leg) => {
		const common: Omit<Sum, 'totals'> = {
			traits: legTraits(leg.sportType),
			temperature: plan.temperature,
			hasEffortPace: plan.watch.hasEffortPace && plan.meters > 0,
		};
		return {
			laps: leg.laps.map((lap) => toLap({...common, totals: lap.totals})),
			session: toSession({...common, totals: leg.totals}),
		};
	});
	for (const {shape, values} of sums.flatMap((sum) => sum.laps)) {
		messages.write(shape, values);
	}

	for (const {session} of sums) {
		messages.write(session.shape, session.values);
	}

	return messages.finish(plan.watch.profile);
};
