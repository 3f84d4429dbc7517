import {once} from 'node:events';
import {Readable} from 'node:stream';
import {brotliCompressSync, deflateSync, gzipSync} from 'node:zlib';
import {describe, expect, test} from 'vitest';
import {openBody, readBody} from '../../source/coros/read-body.js';

const {signal} = new AbortController();

const readAll = async (body: Readable): Promise<string> => {
	const chunks: Uint8Array[] = [];
	for await (const chunk of readBody(body, signal)) {
		chunks.push(chunk);
	}

	return Buffer.concat(chunks).toString();
};

/** A body that sends one byte and then nothing. */
const silentBody = () => {
	const body = new Readable({read() {}});
	body.push(Buffer.from([1]));
	return body;
};

test('a body is read whole', async () => {
	expect(await readAll(Readable.from([Buffer.from('one '), Buffer.from('two')]))).toBe('one two');
});

test('a reader that waits for a silent body is let go when the signal aborts, and the body closed', async () => {
	const silent = silentBody();
	const stop = new AbortController();
	const body = readBody(silent, stop.signal);
	expect((await body.next()).value).toEqual(Buffer.from([1]));
	const waiting = body.next();
	stop.abort();
	await expect(waiting).rejects.toMatchObject({name: 'AbortError'});
	expect(silent.destroyed).toBe(true);
});

test('a body that was given up before it was read is closed unread', async () => {
	const silent = silentBody();
	await expect(readBody(silent, AbortSignal.abort()).next()).rejects.toMatchObject({
		name: 'AbortError',
	});
	expect(silent.destroyed).toBe(true);
});

test('a reader that has seen enough closes the body', async () => {
	const silent = silentBody();
	for await (const chunk of readBody(silent, signal)) {
		expect(chunk).toHaveLength(1);
		break;
	}

	expect(silent.destroyed).toBe(true);
});

describe('a body that was pressed for the way', () => {
	const open = (encoding: string | undefined, body: Readable) =>
		openBody({
			status: 200,
			headers: {'content-encoding': encoding},
			body,
			hasArrived: () => false,
		});

	test.each([
		['gzip', gzipSync],
		['x-gzip', gzipSync],
		['deflate', deflateSync],
		[' GZip ', gzipSync],
		['br', brotliCompressSync],
		[undefined, Buffer.from],
		['identity', Buffer.from],
	] as const)('is opened: %s', async (encoding, press) => {
		const body = await open(encoding, Readable.from([press(Buffer.from('one two'))]));
		expect(await readAll(body)).toBe('one two');
	});

	test('is closed with its reader', async () => {
		const silent = new Readable({read() {}});
		silent.push(gzipSync('one two'));
		const body = await open('gzip', silent);
		await readBody(body, signal).next();
		const closed = once(silent, 'close');
		body.destroy();
		await closed;
	});

	test('fails where the connection does', async () => {
		const silent = new Readable({read() {}});
		const body = await open('gzip', silent);
		const waiting = readBody(body, signal).next();
		silent.destroy(new Error('cut'));
		await expect(waiting).rejects.toThrow('cut');
	});

	test('fails where it is damaged', async () => {
		const bytes = gzipSync('one two'.repeat(100));
		bytes.fill(0xff, 12, 20);
		await expect(readAll(await open('gzip', Readable.from([bytes])))).rejects.toThrow();
	});
});
