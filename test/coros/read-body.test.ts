import {expect, test} from 'vitest';
import {readBody} from '../../source/coros/read-body.js';

test('a body is read whole', async () => {
	const body = new Response('one two').body;
	const chunks: Uint8Array[] = [];
	for await (const chunk of readBody(body, new AbortController().signal)) {
		chunks.push(chunk);
	}

	expect(Buffer.concat(chunks).toString()).toBe('one two');
});

test('a reader that waits for a silent body is let go when the signal aborts, and the body closed', async () => {
	let isClosed = false;
	const silent = new ReadableStream<Uint8Array>({
		start(controller) {
			controller.enqueue(new Uint8Array([1]));
		},
		cancel() {
			isClosed = true;
		},
	});
	const stop = new AbortController();
	const body = readBody(silent, stop.signal);
	expect((await body.next()).value).toEqual(new Uint8Array([1]));
	const waiting = body.next();
	stop.abort();
	await expect(waiting).rejects.toMatchObject({name: 'AbortError'});
	expect(isClosed).toBe(true);
});

test('a reader that has seen enough closes the body', async () => {
	let isClosed = false;
	const body = new ReadableStream<Uint8Array>({
		pull(controller) {
			controller.enqueue(new Uint8Array([1]));
		},
		cancel() {
			isClosed = true;
		},
	});
	for await (const chunk of readBody(body, new AbortController().signal)) {
		expect(chunk).toHaveLength(1);
		break;
	}

	expect(isClosed).toBe(true);
});
