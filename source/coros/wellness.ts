import {type JsonObject, resultCode, toRefusal} from './answer.js';
import {without} from './detail.js';
import type {CallApi} from './list.js';

/** What COROS keeps beside activities. Every method throws `KnownError`. */
export type Wellness = {
	/** Resting heart rate, HRV, load and the like, day by day, and the training schedule. */
	month(month: string, signal: AbortSignal): Promise<JsonObject>;
	/** Personal records, and what the dashboard says today. */
	records(signal: AbortSignal): Promise<JsonObject>;
	/** The account with its zones, weight and maximum heart rate, without its token. */
	profile(signal: AbortSignal): Promise<JsonObject>;
};

/** The first and last day of `2026-05` as COROS writes days: `20260501`, `20260531`. */
export const toMonthDays = (month: string): readonly [string, string] => {
	const [year = 0, number = 0] = month.split('-').map(Number);
	const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
	const digits = month.replace('-', '');
	return [`${digits}01`, `${digits}${last}`];
};

/** Asks one month at a time: COROS refuses years at once. */
export const createWellness = (call: CallApi, token: () => string): Wellness => {
	const ask = async (
		path: string,
		query: Readonly<Record<string, string | number>>,
		signal: AbortSignal,
	): Promise<JsonObject> => {
		const answer = await call('GET', path, query, signal);
		if (answer.result !== resultCode.ok) {
			throw toRefusal(answer);
		}

		return without(answer.data ?? {}, token());
	};

	return {
		async month(month, signal) {
			const [first, last] = toMonthDays(month);
			// One asks for days, the other for dates.
			const days = {startDay: first, endDay: last};
			const dates = {startDate: first, endDate: last, supportRestExercise: 1};
			return {
				dayDetail: await ask('/analyse/dayDetail/query', days, signal),
				schedule: await ask('/training/schedule/query', dates, signal),
			};
		},
		records: async (signal) => ({
			cycleRecord: await ask('/dashboard/queryCycleRecord', {}, signal),
			dashboard: await ask('/dashboard/query', {}, signal),
		}),
		profile: async (signal) => ({account: await ask('/account/query', {}, signal)}),
	};
};
