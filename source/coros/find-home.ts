import {isKnownError, KnownError} from '../domain/known-error.js';
import type {Region} from '../domain/region.js';
import {isTokenRefusal, resultCode} from './answer.js';
import {askApi, type SignInContext} from './ask-api.js';
import {toDataHeaders} from './data-headers.js';

/**
 * Finds the region whose host answers data requests with this token, by asking for one activity.
 * Login hosts and data hosts can differ (a Taiwan account logs in on EU and lives on US), and a
 * token is good for one of them only. When the network fails on the way, the likeliest that
 * did not refuse is kept; when every host refuses, the token is no good: `session-expired`.
 */
export const findHome = async (
	context: SignInContext,
	order: readonly Region[],
	token: {readonly accessToken: string; readonly userId: string | undefined},
): Promise<Region> => {
	let unsure: Region | undefined;
	for (const region of order) {
		try {
			const answer = await askApi(context, {
				method: 'GET',
				url: `${context.hosts[region]}/activity/query`,
				query: {size: 1, pageNumber: 1},
				headers: toDataHeaders(token),
			});
			if (answer.result === resultCode.ok) {
				return region;
			}

			unsure ??= isTokenRefusal(answer) ? undefined : region;
		} catch (error) {
			context.signal.throwIfAborted();
			if (!isKnownError(error)) {
				throw error;
			}

			unsure ??= error.code === 'session-expired' ? undefined : region;
		}
	}

	if (unsure) {
		return unsure;
	}

	throw new KnownError('session-expired', {detail: 'no region accepts this token'});
};
