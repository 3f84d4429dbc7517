import type {ServerResponse} from 'node:http';

/** Sends a body with a status. */
export const send = (
	response: ServerResponse,
	status: number,
	type: string,
	body: string | Uint8Array,
	headers: Readonly<Record<string, string>> = {},
): void => {
	response.writeHead(status, {
		'content-type': type,
		'content-length': String(Buffer.byteLength(body)),
		...headers,
	});
	response.end(body);
};

export const sendJson = (response: ServerResponse, value: unknown): void =>
	send(response, 200, 'application/json;charset=UTF-8', JSON.stringify(value));

/** Success, with or without data. `apiCode` is a constant of each endpoint. */
export const sendData = (response: ServerResponse, apiCode: string, data?: unknown): void =>
	sendJson(response, {
		apiCode,
		message: 'OK',
		result: '0000',
		...(data !== undefined && {data}),
	});

const messages = {
	'1001': 'Service exceptions',
	'1019': 'Access token is invalid',
	'1030': 'The login credentials you entered do not match our records.',
	'1031': 'Parameter input error',
	'1042': 'Invalid verification code',
} as const;

export type RefusalCode = keyof typeof messages;

/** A refusal: HTTP 200, no `apiCode`, no `data`. */
export const sendRefusal = (response: ServerResponse, result: RefusalCode): void =>
	sendJson(response, {result, tlogId: '16321230787789248', message: messages[result]});

export const sendHtml = (response: ServerResponse, status: number): void =>
	send(
		response,
		status,
		'text/html',
		`<!DOCTYPE html>\n<html><head><title>${status}</title></head><body><h1>Under maintenance</h1></body></html>\n`,
	);

/** What an object store says of an object that is not there or may not be read. */
export const sendStoreError = (response: ServerResponse, status: 403 | 404): void =>
	send(
		response,
		status,
		'application/xml',
		`<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${status === 404 ? 'NoSuchKey' : 'AccessDenied'}</Code></Error>`,
	);
