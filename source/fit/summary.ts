import type {FitSummary} from './fit-activity.js';
import {toUnixSeconds} from './fit-time.js';
import {fitMessage, startTimeField} from './profile.js';

/**
 * The field numbers of the FIT profile where lap and session differ; the enhanced speeds come
 * before the plain ones that they replace.
 */
const fieldsOf = {
	[fitMessage.lap]: {
		sport: 25,
		subSport: 39,
		averageSpeed: [110, 13],
		maximumSpeed: [111, 14],
		averageHeartRate: 15,
		maximumHeartRate: 16,
		averageCadence: 17,
		maximumCadence: 18,
		averagePower: 19,
		maximumPower: 20,
		ascent: 21,
		descent: 22,
	},
	[fitMessage.session]: {
		sport: 5,
		subSport: 6,
		averageSpeed: [124, 14],
		maximumSpeed: [125, 15],
		averageHeartRate: 16,
		maximumHeartRate: 17,
		averageCadence: 18,
		maximumCadence: 19,
		averagePower: 20,
		maximumPower: 21,
		ascent: 22,
		descent: 23,
	},
} as const;

/** Reads the totals of a lap or session message, whose fields `field` looks up by number. */
export const readSummary = (
	message: keyof typeof fieldsOf,
	field: (number: number) => number | undefined,
	timestamp: number | undefined,
): FitSummary => {
	const fields = fieldsOf[message];

	const scaled = (number: number, scale: number) => {
		const value = field(number);
		return value === undefined ? undefined : value / scale;
	};

	return {
		startTime: toUnixSeconds(field(startTimeField)),
		endTime: toUnixSeconds(timestamp),
		elapsedSeconds: scaled(7, 1000),
		timerSeconds: scaled(8, 1000),
		distanceMeters: scaled(9, 100),
		kilocalories: field(11),
		ascentMeters: field(fields.ascent),
		descentMeters: field(fields.descent),
		sport: field(fields.sport),
		subSport: field(fields.subSport),
		averageSpeed: scaled(fields.averageSpeed[0], 1000) ?? scaled(fields.averageSpeed[1], 1000),
		maximumSpeed: scaled(fields.maximumSpeed[0], 1000) ?? scaled(fields.maximumSpeed[1], 1000),
		// COROS writes 0 where no heart rate was measured
		averageHeartRate: field(fields.averageHeartRate) || undefined,
		maximumHeartRate: field(fields.maximumHeartRate) || undefined,
		averageCadence: field(fields.averageCadence),
		maximumCadence: field(fields.maximumCadence),
		averagePower: field(fields.averagePower),
		maximumPower: field(fields.maximumPower),
	};
};
