import {once} from 'node:events';
import {createServer, type RequestListener} from 'node:http';
import type {AddressInfo, Socket} from 'node:net';
import {expect, onTestFinished, test} from 'vitest';
import {createDirectRequest} from '../../source/coros/direct-request.js';
import {takeBody} from '../../source/coros/read-body.js';
import {readText} from '../../source/coros/read-text.js';
import type {Outgoing} from '../../source/coros/send.js';

const {signal} = new AbortController();

const setUp = async (listener: RequestListener) => {
	const server = createServer(listener);
	const sockets: Socket[] = [];
	server.on('connection', (socket) => sockets.push(socket));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const send = createDirectRequest();
	const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/x?a=1`);
	const ask = (outgoing: Partial<Outgoing> = {}) =>
		send(url, {method: 'GET', headers: {}, signal, ...outgoing});
	return {server, sockets, ask};
};

test('a request says what it was told to say', async () => {
	const seen: string[] = [];
	const {ask} = await setUp((request, response) => {
		const {'content-length': length = '-', accesstoken = '-'} = request.headers;
		seen.push(`${request.method} ${request.url} ${accesstoken} ${length}`);
		request.on('data', (chunk) => seen.push(String(chunk)));
		response.end('ok');
	});
	const {status, body} = await ask({method: 'POST', headers: {accesstoken: 't'}});
	expect({status, text: await readText(body, 10)}).toEqual({status: 200, text: 'ok'});
	await readText((await ask({method: 'POST', body: '{}'})).body, 10);
	expect(seen).toEqual(['POST /x?a=1 t 0', 'POST /x?a=1 - 2', '{}']);
});

test('connections are kept for the next request', async () => {
	const {ask, sockets} = await setUp((_request, response) => response.end('ok'));
	for (let time = 0; time < 3; time += 1) {
		await readText((await ask()).body, 10);
	}

	expect(sockets).toHaveLength(1);
});

test('a body tells whether all of it is here', async () => {
	let finish = () => {};
	const {ask} = await setUp((request, response) => {
		if (request.method === 'GET') {
			response.end('ok');
		} else {
			response.write('o');
			finish = () => response.end('k');
		}
	});
	const whole = await ask();
	expect(whole.hasArrived()).toBe(true);
	expect(Buffer.concat([...takeBody(whole.body)]).toString()).toBe('ok');
	const half = await ask({method: 'POST'});
	expect(half.hasArrived()).toBe(false);
	finish();
	await expect.poll(() => half.hasArrived()).toBe(true);
	expect(Buffer.concat([...takeBody(half.body)]).toString()).toBe('ok');
});

test('a redirect is handed back, not followed', async () => {
	let asked = 0;
	const {ask} = await setUp((_request, response) => {
		asked += 1;
		response.writeHead(302, {location: '/y'}).end();
	});
	const {status, headers, body} = await ask();
	body.destroy();
	expect({status, location: headers.location, asked}).toEqual({
		status: 302,
		location: '/y',
		asked: 1,
	});
});

test('giving up before the answer closes the connection', async () => {
	const stop = new AbortController();
	const {ask, sockets} = await setUp(() => stop.abort());
	await expect(ask({signal: stop.signal})).rejects.toMatchObject({name: 'AbortError'});
	await once(sockets[0]!, 'close');
	await expect(ask({signal: stop.signal})).rejects.toMatchObject({name: 'AbortError'});
	expect(sockets).toHaveLength(1);
});

test('leaving a body unread closes the connection', async () => {
	const {ask, sockets} = await setUp((_request, response) => response.write('and so on'));
	(await ask()).body.destroy();
	await once(sockets[0]!, 'close');
});

test('a service that hangs up, or changes the subject, is a failure', async () => {
	const cut = await setUp((request) => request.socket.destroy());
	await expect(cut.ask()).rejects.toMatchObject({code: 'ECONNRESET'});
	const changed = await setUp((_request, response) => {
		response.writeHead(101, {connection: 'upgrade', upgrade: 'x'}).end();
	});
	await expect(changed.ask()).rejects.toThrow();
});
