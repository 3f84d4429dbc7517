import {isKnownError} from '../domain/known-error.js';
import type {Log} from '../domain/log.js';
import type {Http} from './http.js';

// A link's path is as secret as its query; its last letters say which format was asked for.
const toFilePath = ({pathname}: URL): string => `/…${/\.\w{1,4}$/.exec(pathname)?.[0] ?? ''}`;

const reasonOf = (error: unknown): string =>
	isKnownError(error) ? `${error.code}: ${error.message}` : String((error as Error).name);

/**
 * Writes one line a request: method, host, path, status, milliseconds and which attempt at the same
 * thing it was. Never headers, bodies or queries.
 */
export const logHttp = (http: Http, log: Log): Http => {
	// Only what failed is remembered, until it succeeds.
	const failures = new Map<string, number>();

	const observe = async <Answer extends {readonly status: number}>(
		key: string,
		name: string,
		send: () => Promise<Answer>,
	): Promise<Answer> => {
		const startedAt = performance.now();
		const earlier = failures.get(key) ?? 0;
		const say = (outcome: string) => {
			const ms = Math.round(performance.now() - startedAt);
			log(`${name} ${outcome} ${ms} ms, attempt ${earlier + 1}`);
		};
		try {
			const answer = await send();
			say(String(answer.status));
			if (answer.status < 400) {
				failures.delete(key);
			} else {
				failures.set(key, earlier + 1);
			}

			return answer;
		} catch (error) {
			say(reasonOf(error));
			failures.set(key, earlier + 1);
			throw error;
		}
	};

	return {
		api(request) {
			const {method, url, query} = request;
			const {host, pathname} = new URL(url);
			const key = `${method} ${url} ${JSON.stringify(query ?? {})}`;
			return observe(key, `${method} ${host} ${pathname}`, () => http.api(request));
		},
		file: (url, signal) =>
			observe(url.href, `GET ${url.host} ${toFilePath(url)}`, () => http.file(url, signal)),
	};
};
