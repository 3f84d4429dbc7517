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
};

/** Node's and OpenSSL's names for a certificate that proves nothing. */
const distrust: Readonly<Record<string, string>> = {
	CERT_HAS_EXPIRED: 'has expired',
	CERT_NOT_YET_VALID: 'is not valid yet',
	CERT_REVOKED: 'was revoked',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'was signed by nobody but itself',
	SELF_SIGNED_CERT_IN_CHAIN: 'was signed by somebody this machine does not know',
	UNABLE_TO_GET_ISSUER_CERT: 'was signed by somebody this machine does not know',
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'was signed by somebody this machine does not know',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'was signed by somebody this machine does not know',
	ERR_TLS_CERT_ALTNAME_INVALID: 'is for another host',
	UND_ERR_PRX_TLS: 'is for another host',
};

/** Through a proxy these can only be the proxy's: the host behind it is its own business. */
const neverConnected: ReadonlySet<string> = new Set([
	'ENOTFOUND',
	'EAI_AGAIN',
	'ECONNREFUSED',
	'ETIMEDOUT',
	'ENETUNREACH',
	'EHOSTUNREACH',
	'UND_ERR_CONNECT_TIMEOUT',
]);

// The agent tells a proxy's status in its message alone.
const tunnelStatus = (error: unknown): number | undefined => {
	for (let cause = error; cause instanceof Error; cause = cause.cause) {
		const status = /^Proxy (?:response|Authentication Required) \((\d{3})\)/.exec(
			cause.message,
		)?.[1];
		if (status !== undefined) {
			return Number(status);
		}
	}

	return undefined;
};

/** Names a proxy's refusal; what it could not reach itself is worth another try. */
const toProxyError = (status: number, proxy: string): KnownError =>
	status >= 500
		? new KnownError('offline', {detail: `the proxy ${proxy} could not reach it (HTTP ${status})`})
		: new KnownError('proxy-refused', {
				detail: status === 407 ? `${proxy} wants a name and password` : `${proxy}, HTTP ${status}`,
			});

const codeOf = (error: unknown): string | undefined => {
	for (let cause = error; cause instanceof Error; cause = cause.cause) {
		if ('code' in cause && typeof cause.code === 'string') {
			return cause.code;
		}
	}

	return undefined;
};

/**
 * Names what a request threw. The original message is left out on purpose: it holds the whole
 * address, and a download address is a secret.
 */
export const toTransportError = (
	error: unknown,
	{host, proxy}: {readonly host: string; readonly proxy: string | undefined},
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

	const code = codeOf(error) ?? '';
	const untrusted = distrust[code];
	if (untrusted !== undefined) {
		return new KnownError('not-secure', {detail: `the certificate of ${host} ${untrusted}`});
	}

	const status = tunnelStatus(error);
	if (proxy !== undefined && status !== undefined) {
		return toProxyError(status, proxy);
	}

	const reason = reasons[code] ?? (code || 'the connection failed');
	if (proxy !== undefined && neverConnected.has(code)) {
		return new KnownError('proxy-unreachable', {detail: `${proxy}, ${reason}`});
	}

	return new KnownError('offline', {detail: `${host}, ${reason}`});
};
