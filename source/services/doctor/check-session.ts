import {createCorosClient} from '../../coros/client.js';
import {createDeadline} from '../../coros/deadline.js';
import {type Finding, toFinding} from '../../domain/finding.js';
import {isKnownError, KnownError} from '../../domain/known-error.js';
import {regionName} from '../../domain/region.js';
import {countOf} from '../../text/measures.js';
import type {Parts} from '../parts.js';

const dayMs = 24 * 60 * 60 * 1000;

const toAge = (since: string): string => {
	const days = Math.floor((Date.now() - Date.parse(since)) / dayMs);
	return Number.isNaN(days)
		? 'of unknown age'
		: days < 1
			? 'of today'
			: `${countOf(days, 'day')} old`;
};

/**
 * Whether somebody is signed in and COROS still accepts it. Asks with the kept session alone: never
 * signs in, which would end the session of a browser.
 */
export const checkSession = async (
	parts: Parts,
	timeoutMs: number,
	caller: AbortSignal,
): Promise<Finding[]> => {
	const session = parts.session();
	if (!session) {
		return [toFinding('session', new KnownError('sign-in-needed'))];
	}

	const {http, hosts, pace} = parts;
	const about = `A session for ${regionName[session.region]}, ${toAge(session.since)}`;
	const deadline = createDeadline(timeoutMs, caller);
	const client = createCorosClient({http, hosts, pace, session, retry: {attempts: 1, baseMs: 0}});
	try {
		const {activityCount} = await client.account(deadline.signal);
		const count =
			activityCount === undefined
				? ''
				: `, which has ${countOf(activityCount, 'activity', 'activities')}`;
		return [{area: 'session', level: 'ok', what: `${about}, accepted by COROS${count}`}];
	} catch (error) {
		caller.throwIfAborted();
		// That the service cannot be reached is said once, where the network is looked at.
		const isUnknown = deadline.expired || (isKnownError(error) && error.exitCode === 5);
		return isUnknown
			? [
					{
						area: 'session',
						level: 'note',
						what: `${about}; COROS could not be asked whether it still accepts it`,
					},
				]
			: [toFinding('session', error)];
	} finally {
		deadline.clear();
	}
};
