import {KnownError} from '../domain/known-error.js';
import {toAnswer} from './answer.js';
import {createDeadline} from './deadline.js';
import type {Http} from './http.js';

/** A host that answered as COROS's API does. */
export type ProbedHost = {
	readonly host: string;
	/** `https`; plain `http` only for a host that was named with `--base-url`. */
	readonly protocol: string;
	readonly milliseconds: number;
	/** How far this machine's clock is ahead of the service's, in milliseconds, where it said. */
	readonly skewMs: number | undefined;
};

/**
 * Asks a host something that needs no session and is refused in the API's own form: name look-up,
 * encryption and service in one. Nothing is signed in or ended by it. Throws `KnownError` with the
 * reason, `timeout` after `timeoutMs`.
 */
export const probeHost = async (
	http: Http,
	origin: string,
	timeoutMs: number,
	signal: AbortSignal,
): Promise<ProbedHost> => {
	const {host, protocol} = new URL(origin);
	const deadline = createDeadline(timeoutMs, signal);
	const startedAt = Date.now();
	try {
		const url = `${origin}/account/query`;
		const response = await http.api({method: 'GET', url, signal: deadline.signal});
		const milliseconds = Date.now() - startedAt;
		if (response.status !== 401 && response.status !== 403) {
			toAnswer(response);
		}

		const theirs = Date.parse(response.date ?? '');
		// The service names whole seconds, somewhere on the way of the answer.
		const skewMs = Number.isNaN(theirs) ? undefined : startedAt + milliseconds / 2 - theirs - 500;
		return {host, protocol: protocol.slice(0, -1), milliseconds, skewMs};
	} catch (error) {
		throw deadline.expired && !signal.aborted ? new KnownError('timeout', {detail: host}) : error;
	} finally {
		deadline.clear();
	}
};
