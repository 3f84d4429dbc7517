import {createServer, type IncomingHttpHeaders, request, type Server} from 'node:http';
import {createServer as createSecureServer} from 'node:https';
import {type AddressInfo, connect} from 'node:net';
import {onTestFinished} from 'vitest';

const listen = async (server: Server): Promise<number> => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
	onTestFinished(
		() =>
			new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	);
	return (server.address() as AddressInfo).port;
};

/** What a proxy was asked. */
export type ProxiedRequest = {
	readonly method: string;
	/** `host:port` of a tunnel, or the whole address. */
	readonly target: string;
	readonly headers: IncomingHttpHeaders;
};

export type TestProxy = {
	/** `127.0.0.1:port`. */
	readonly name: string;
	readonly requests: ProxiedRequest[];
};

/**
 * A proxy on this machine that tunnels and forwards. With `credentials` (`name:password`) it wants
 * them, with `refuse` it answers everything with that status.
 */
export const startProxy = async ({
	credentials,
	refuse,
}: {
	readonly credentials?: string;
	readonly refuse?: number;
} = {}): Promise<TestProxy> => {
	const requests: ProxiedRequest[] = [];
	const wanted = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`;
	const statusFor = (headers: IncomingHttpHeaders): number | undefined =>
		wanted && headers['proxy-authorization'] !== wanted ? 407 : refuse;
	const server = createServer((incoming, response) => {
		const {method = '', url = '', headers} = incoming;
		requests.push({method, target: url, headers});
		const status = statusFor(headers);
		if (status !== undefined) {
			response.writeHead(status).end();
			return;
		}

		const {'proxy-authorization': _, ...passed} = headers;
		const outgoing = request(url, {method, headers: passed}, (answer) => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(response);
		});
		outgoing.on('error', () => response.writeHead(502).end());
		incoming.pipe(outgoing);
	});
	server.on('connect', ({method = '', url = '', headers}, socket, head) => {
		requests.push({method, target: url, headers});
		socket.on('error', () => {});
		const status = statusFor(headers);
		if (status !== undefined) {
			socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
			return;
		}

		const {hostname, port} = new URL(`http://${url}`);
		const upstream = connect(Number(port), hostname, () => {
			socket.write('HTTP/1.1 200 OK\r\n\r\n');
			upstream.write(head);
			upstream.pipe(socket).pipe(upstream);
		});
		upstream.on('error', () => socket.destroy());
		socket.on('close', () => upstream.destroy());
	});
	return {name: `127.0.0.1:${await listen(server)}`, requests};
};

/** Puts https in front of a plain host of this machine. */
export const startSecureFront = async (
	origin: string,
	certificate: {readonly key: string; readonly cert: string},
): Promise<string> => {
	const server = createSecureServer(certificate, (incoming, response) => {
		const {method, url = '/', headers} = incoming;
		const outgoing = request(new URL(url, origin), {method, headers}, (answer) => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(response);
		});
		outgoing.on('error', () => response.destroy());
		incoming.pipe(outgoing);
	});
	return `https://127.0.0.1:${await listen(server)}`;
};
