import {KnownError} from '../domain/known-error.js';
import type {Deadline} from './deadline.js';

const reasons: Readonly<Record<string, string>> = {
	ENOTFOUND: 'its name could not be looked up',
	EAI_AGAIN: 'its name could not be looked up',
	ECONNREFUSED: 'the connection was refused',
	ECONNRESET: 'the connection was reset',
	EPIPE: 'the connection was reset',
	ETIMEDOUT: 'the connection timed out',
	ENETUNREACH: 'there is no network',
	EHOSTUNREACH: 'there is no way to it',
	UND_ERR_CONNECT_TIMEOUT: 'the connection timed out',
	UND_ERR_SOCKET: 'the connection was cut',
	UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the connection was cut',
	CERT_HAS_EXPIRED: 'its certificate has expired',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted',
	SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted',
};

const codeOf = (error: unknown): string | undefined => {
	for (let cause = error; cause instanceof Error; cause = cause.cause) {
		if ('code' in cause && typeof cause.code === 'string') {
			return cause.code;
		}
	}

	return undefined;
};

/**
 * Names what `fetch` threw. The original message is left out on purpose: it holds the whole
 * address, and a download address is a secret.
 */
export const toTransportError = (
	error: unknown,
	host: string,
	deadline: Deadline,
	caller: AbortSignal,
): unknown => {
	if (caller.aborted) {
		return caller.reason;
	}

	if (error instanceof KnownError) {
		return error;
	}

	if (deadline.expired) {
		return new KnownError('timeout', {detail: host});
	}

	const code = codeOf(error);
	const reason = (code && reasons[code]) ?? code ?? 'the connection failed';
	return new KnownError('offline', {detail: `${host}, ${reason}`});
};
