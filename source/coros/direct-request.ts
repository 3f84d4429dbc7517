import http from 'node:http';
import https from 'node:https';
import type {Reply, Send} from './send.js';

/** A connection that nobody needed for so long is closed before the service does it. */
const idleMs = 4000;

/**
 * Creates requests that go straight to their host, over connections that are kept. Node's own client,
 * not its `fetch`: that one takes twice the work for an answer, and twenty milliseconds more to load.
 */
export const createDirectRequest = (): Send => {
	const options = {keepAlive: true, timeout: idleMs};
	const ways = {
		'http:': {client: http, agent: new http.Agent(options)},
		'https:': {client: https, agent: new https.Agent(options)},
	};
	return (url, {method, headers, body, signal}) =>
		new Promise<Reply>((resolve, reject) => {
			signal.throwIfAborted();
			const {client, agent} = url.protocol === 'https:' ? ways['https:'] : ways['http:'];
			const request = client.request(url, {agent, method, headers});
			const stop = () => void request.destroy(signal.reason as Error);
			let isSettled = false;
			const settle = () => {
				isSettled = true;
				signal.removeEventListener('abort', stop);
			};
			signal.addEventListener('abort', stop, {once: true});
			request.once('response', (response) => {
				settle();
				const {statusCode: status = 0, headers} = response;
				resolve({status, headers, body: response, hasArrived: () => response.complete});
			});
			request.on('error', (error) => {
				settle();
				reject(error);
			});
			request.once('close', () => {
				if (!isSettled) {
					settle();
					reject(new Error('closed without an answer'));
				}
			});
			request.end(body);
		});
};
