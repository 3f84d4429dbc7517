import type {ServerResponse} from 'node:http';

const ticksPerSecond = 50;

/** Sends a body at `bytesPerSecond`, until it is through or the reader has gone. */
export const trickle = (response: ServerResponse, body: Uint8Array, bytesPerSecond: number): void =>
	createLine().send(response, body, () => bytesPerSecond);

/** A line whose bandwidth all bodies under way share. */
export type Line = {
	send(response: ServerResponse, body: Uint8Array, bytesPerSecond: () => number): void;
};

export const createLine = (): Line => {
	type Sending = {readonly response: ServerResponse; readonly body: Uint8Array; sent: number};
	const sending = new Set<Sending>();
	let timer: NodeJS.Timeout | undefined;

	const drop = (one: Sending) => {
		sending.delete(one);
		if (sending.size === 0) {
			clearInterval(timer);
			timer = undefined;
		}
	};

	return {
		send(response, body, bytesPerSecond) {
			const own: Sending = {response, body, sent: 0};
			sending.add(own);
			response.on('close', () => drop(own));
			let last = performance.now();
			timer ??= setInterval(() => {
				// By the clock: a timer comes late, and what was meant to be sent is sent then.
				const due = Math.ceil((bytesPerSecond() * (performance.now() - last)) / 1000);
				last = performance.now();
				const step = Math.max(1, Math.ceil(due / sending.size));
				for (const one of sending) {
					one.response.write(one.body.subarray(one.sent, one.sent + step));
					one.sent += step;
					if (one.sent >= one.body.length) {
						one.response.end();
						drop(one);
					}
				}
			}, 1000 / ticksPerSecond);
		},
	};
};
