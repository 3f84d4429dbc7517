import {type RetryPolicy, withRetry} from '../domain/retry.js';
import {type Answer, toAnswer} from './answer.js';
import type {Hosts} from './hosts.js';
import type {ApiRequest, Http} from './http.js';

/** What signing in works with. */
export type SignInContext = {
	readonly http: Http;
	readonly hosts: Hosts;
	readonly signal: AbortSignal;
	readonly retry?: RetryPolicy;
};

/** Signing in is for somebody who waits: fewer tries than a backup has. */
export const signInRetry: RetryPolicy = {attempts: 3, baseMs: 300};

/** Sends a request of a sign-in and reads the envelope; a passing failure is tried again. */
export const askApi = (
	{http, signal, retry = signInRetry}: SignInContext,
	request: Omit<ApiRequest, 'signal'>,
): Promise<Answer> =>
	withRetry(retry, signal, async () => toAnswer(await http.api({...request, signal})));
