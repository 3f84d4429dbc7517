import {KnownError} from '../domain/known-error.js';
import {toPrintable} from '../domain/printable.js';
import type {ApiResponse} from './http.js';
import {parseJson} from './parse-json.js';

export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * COROS's envelope. The HTTP status is 200 even for refusals: `result === '0000'` alone means yes.
 * `data` may be missing either way.
 */
export type Answer = {
	readonly result: string;
	readonly message: string;
	readonly data: JsonObject | undefined;
	/** Characters of the whole answer. */
	readonly size: number;
};

export const isJsonObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** COROS's result codes with a known meaning. */
export const resultCode = {
	ok: '0000',
	/** Wrong method, missing parameter or unsupported combination. */
	serviceException: '1001',
	/** Token expired, replaced by another login, or sent to the wrong region. */
	invalidToken: '1019',
	/** On login: the credentials do not match. Some hosts answer data requests with it too. */
	badCredentials: '1030',
	/** Malformed parameters. */
	badParameters: '1031',
} as const;

const readEnvelope = (text: string, mostValues?: number): JsonObject | undefined => {
	try {
		const value = parseJson(text, mostValues);
		return isJsonObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
};

/**
 * Reads an API response as an envelope. Throws `session-expired` for HTTP 401 and 403,
 * `server-error` for 5xx, `unexpected-response` for whatever else is not the API's JSON. `mostValues`
 * is for answers that hold more than others.
 */
export const toAnswer = ({status, text, host}: ApiResponse, mostValues?: number): Answer => {
	if (status >= 500) {
		throw new KnownError('server-error', {detail: `${host}, HTTP ${status}`});
	}

	if (status === 401 || status === 403) {
		throw new KnownError('session-expired', {detail: `${host}, HTTP ${status}`});
	}

	const envelope = readEnvelope(text, mostValues);
	if (envelope?.result === undefined || envelope.result === null) {
		const what = /^\s*</.test(text)
			? 'a web page'
			: text.trim() === ''
				? 'nothing'
				: 'no valid JSON';
		throw new KnownError('unexpected-response', {
			detail: status === 200 ? `${host} sent ${what}` : `${host}, HTTP ${status}`,
		});
	}

	const {result, message, data} = envelope;
	if (result === resultCode.ok && data !== undefined && data !== null && !isJsonObject(data)) {
		throw new KnownError('unexpected-response', {detail: `${host} sent data of another shape`});
	}

	return {
		result: toPrintable(String(result)).slice(0, 20),
		message: typeof message === 'string' ? toPrintable(message.slice(0, 1000)).slice(0, 200) : '',
		size: text.length,
		data: isJsonObject(data) ? data : undefined,
	};
};

/** Whether a refusal means that the token is no good (any more, or here). */
export const isTokenRefusal = ({result, message}: Answer): boolean =>
	result === resultCode.invalidToken ||
	result === resultCode.badCredentials ||
	/token is invalid/i.test(message);

/** The failure for a refusal that no other rule explains. */
export const toRefusal = ({result, message}: Answer): KnownError =>
	new KnownError('refused', {detail: `${message || 'no reason given'} (code ${result})`});
