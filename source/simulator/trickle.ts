import type {ServerResponse} from 'node:http';

const ticksPerSecond = 50;

/** Sends a body at `bytesPerSecond`, until it is through or the reader has gone. */
export const trickle = (
	response: ServerResponse,
	body: Uint8Array,
	bytesPerSecond: number,
): void => {
	const step = Math.max(1, Math.ceil(bytesPerSecond / ticksPerSecond));
	let sent = 0;
	const timer = setInterval(() => {
		response.write(body.subarray(sent, sent + step));
		sent += step;
		if (sent >= body.length) {
			clearInterval(timer);
			response.end();
		}
	}, 1000 / ticksPerSecond);
	response.on('close', () => clearInterval(timer));
};
