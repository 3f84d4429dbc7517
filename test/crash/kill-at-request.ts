import {subscribe, unsubscribe} from 'node:diagnostics_channel';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Simulator} from '../../source/simulator/start-simulator.js';

export const requestMoments = ['before', 'mid-body', 'after'] as const;

type Exchange = {readonly request: IncomingMessage; readonly response: ServerResponse};

/**
 * Calls `kill` at the n-th request (from 1) a simulator gets: before it is answered, when half of
 * the answer is on its way, or when all of it is. Returns what ends the watch.
 */
export const watchRequests = (
	simulator: Simulator,
	nth: number,
	moment: (typeof requestMoments)[number],
	kill: () => void,
): (() => void) => {
	const ports = new Set(Object.values(simulator.hosts).map((host) => new URL(host).port));
	// The file host has a port of its own, named in each link.
	simulator.behaviour.rewriteLink = (url) => {
		ports.add(new URL(url).port);
		return url;
	};
	let count = 0;
	const onRequest = (message: unknown) => {
		const {request, response} = message as Exchange;
		if (!ports.has(String(request.socket.localPort))) {
			return;
		}

		count += 1;
		if (count !== nth) {
			return;
		}

		if (moment === 'before') {
			kill();
			response.destroy();
		} else if (moment === 'after') {
			response.once('finish', kill);
		} else {
			const end = response.end.bind(response);
			response.end = ((body: Uint8Array | string) => {
				const bytes = Buffer.from(body as Uint8Array);
				response.write(bytes.subarray(0, bytes.length >> 1), kill);
				return response;
			}) as typeof end;
		}
	};
	subscribe('http.server.request.start', onRequest);
	return () => unsubscribe('http.server.request.start', onRequest);
};
