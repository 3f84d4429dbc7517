import {createHash} from 'node:crypto';
import type {ServerResponse} from 'node:http';
import {gzipSync} from 'node:zlib';
import type {ExportFormat} from '../domain/export-format.js';
import type {SimulatedAccount} from './accounts.js';
import {playFault} from './api-faults.js';
import type {Behaviour, Fault, SimulatedRequest} from './behaviour.js';
import {chance} from './chance.js';
import {send, sendHtml, sendStoreError} from './respond.js';
import type {ServedActivity} from './served-activity.js';
import {createLine, trickle} from './trickle.js';

type StoredObject = {
	readonly account: SimulatedAccount;
	readonly activity: ServedActivity;
	readonly format: ExportFormat;
	fetches: number;
};

/** The file host: an object store that asks for no credentials and knows only published links. */
export type FileStore = {
	/** Makes an export reachable; undefined where the activity has no such format. */
	publish(
		account: SimulatedAccount,
		activity: ServedActivity,
		format: ExportFormat,
	): string | undefined;
	answer(request: SimulatedRequest, response: ServerResponse, fault: Fault | undefined): void;
};

const flipSomeBytes = (bytes: Uint8Array, where: string): Uint8Array => {
	const copy = Uint8Array.from(bytes);
	for (let flip = 0; flip < 3 && copy.length > 0; flip += 1) {
		const at = Math.floor(chance('flip', where, flip) * copy.length);
		copy[at] = (copy[at] ?? 0) ^ (1 + Math.floor(chance('bit', where, flip) * 255));
	}

	return copy;
};

const neighbourOf = ({account, activity, format}: StoredObject): Uint8Array | undefined => {
	const at = account.activities.indexOf(activity);
	const others = [...account.activities.slice(at + 1), ...account.activities.slice(0, at)];
	for (const other of others.slice(0, 50)) {
		const bytes = other.file(format);
		if (bytes) {
			return bytes;
		}
	}

	return undefined;
};

export const createFileStore = (origin: () => string, behaviour: Behaviour): FileStore => {
	const objects = new Map<string, StoredObject>();
	const line = createLine();

	const sendObject = (
		object: StoredObject,
		response: ServerResponse,
		fault: Fault | undefined,
		path: string,
	) => {
		const {activity, format} = object;
		const bytes = activity.file(format) ?? new Uint8Array();
		const where = `${activity.id} ${object.fetches}`;
		const headers = behaviour.etag
			? {
					etag: `"${createHash('md5')
						.update(bytes)
						.update(behaviour.foreignEtag ? 'key' : '')
						.digest('hex')}"`,
				}
			: ({} as Record<string, string>);
		const sendBytes = (body: Uint8Array, more: Readonly<Record<string, string>> = headers) => {
			if (behaviour.bandwidth === undefined) {
				send(response, 200, 'application/octet-stream', body, more);
				return;
			}

			response.writeHead(200, {'content-length': String(body.length), ...more});
			line.send(response, body, () => behaviour.bandwidth ?? Number.POSITIVE_INFINITY);
		};

		switch (fault) {
			case 'cut':
				response.writeHead(200, {'content-length': String(bytes.length), ...headers});
				response.write(bytes.subarray(0, Math.floor(bytes.length * chance('cut', where))));
				setImmediate(() => response.destroy());
				return;
			case 'short':
				sendBytes(bytes.subarray(0, Math.floor(bytes.length * chance('short', where))));
				return;
			case 'empty':
				sendBytes(new Uint8Array());
				return;
			case 'corrupt':
				sendBytes(flipSomeBytes(bytes, where));
				return;
			case 'swapped': {
				const other = neighbourOf(object) ?? bytes;
				sendBytes(other, {etag: `"${createHash('md5').update(other).digest('hex')}"`});
				return;
			}
			case 'html':
				sendHtml(response, 200);
				return;
			case 'not-found':
				sendStoreError(response, 404);
				return;
			case 'redirect':
				send(response, 302, 'text/plain', '', {location: `${path}?again=1`});
				return;
			case 'gzip':
				sendBytes(gzipSync(bytes), {...headers, 'content-encoding': 'gzip'});
				return;
			case 'slow':
				response.writeHead(200, {'content-length': String(bytes.length), ...headers});
				trickle(response, bytes, bytes.length / 2);
				return;
			default:
				sendBytes(bytes);
		}
	};

	return {
		publish(account, activity, format) {
			if (!activity.formats.includes(format)) {
				return undefined;
			}

			const path = `/${format}/${account.userId}/${activity.id}.${format}`;
			if (!objects.has(path)) {
				objects.set(path, {account, activity, format, fetches: 0});
			}

			const life = behaviour.signedLinkLifetimeMs;
			const signature = life === undefined ? '' : `?Expires=${Date.now() + life}&Signature=planted`;
			return `${origin()}${path}${signature}`;
		},

		answer(request, response, fault) {
			if (request.method === 'OPTIONS') {
				sendStoreError(response, 403);
				return;
			}

			if (fault && fault !== 'html' && playFault(response, fault, behaviour, request.path)) {
				return;
			}

			const object = objects.get(request.path);
			if (!object || request.method !== 'GET') {
				sendStoreError(response, 404);
				return;
			}

			const expires = request.query.Expires;
			if (behaviour.signedLinkLifetimeMs !== undefined && !(Number(expires) > Date.now())) {
				sendStoreError(response, 403);
				return;
			}

			object.fetches += 1;
			if (object.format !== 'fit' && object.fetches <= behaviour.generatedAfterFetches) {
				sendStoreError(response, 404);
				return;
			}

			sendObject(
				object,
				response,
				request.query.again === undefined ? fault : undefined,
				request.path,
			);
		},
	};
};
