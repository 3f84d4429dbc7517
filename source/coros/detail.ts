import type {Activity} from '../domain/activity.js';
import {KnownError} from '../domain/known-error.js';
import {type JsonObject, resultCode, toRefusal} from './answer.js';
import type {CallApi} from './list.js';

/** A day of samples, one a second, comes to about ten megabytes and a million values. */
export const detailLimits = {mostBytes: 64 * 1024 * 1024, mostValues: 8_000_000} as const;

/** COROS leaves the summary out now and then, and has it when it is asked again. */
const mostAsked = 3;

/** No answer but the account's own was ever seen to echo the token. It is never to be written down. */
export const without = (data: JsonObject, token: string): JsonObject =>
	JSON.stringify(data).includes(token)
		? (JSON.parse(
				JSON.stringify(data, (_, value: unknown) => (value === token ? undefined : value)),
			) as JsonObject)
		: data;

/**
 * Everything the web app shows of an activity: laps, zones, samples, weather, its note and how it
 * felt, which no file has. As the service sent it, ids as strings. Throws `refused`, and
 * `unexpected-response` where there is nothing in it.
 */
export const requestDetail = async (
	call: CallApi,
	{id, sportType}: Pick<Activity, 'id' | 'sportType'>,
	token: () => string,
	signal: AbortSignal,
): Promise<JsonObject> => {
	for (let asked = 1; ; asked += 1) {
		const query = {labelId: id, sportType};
		const answer = await call('POST', '/activity/detail/query', query, signal);
		if (answer.result !== resultCode.ok) {
			throw toRefusal(answer);
		}

		const {data} = answer;
		if (
			data?.summary !== undefined ||
			(data && asked >= mostAsked && Object.keys(data).length > 0)
		) {
			return without(data, token());
		}

		if (asked >= mostAsked) {
			throw new KnownError('unexpected-response', {detail: 'an activity without details'});
		}
	}
};
