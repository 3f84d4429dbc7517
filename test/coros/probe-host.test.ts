import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {expect, onTestFinished, test} from 'vitest';
import {createHttp} from '../../source/coros/http.js';
import {createPace} from '../../source/coros/pace.js';
import {probeHost} from '../../source/coros/probe-host.js';
import {testSimulator} from '../helpers/simulator.js';

const {signal} = new AbortController();

// Far more patience than the probe's own.
const http = createHttp({pace: createPace(4), userAgent: 'test', timeoutMs: 3_600_000});

test('a host that answers as the API does is reached, without a session', async () => {
	const simulator = await testSimulator();
	const probed = await probeHost(http, simulator.hosts.eu, 5000, signal);
	expect(probed).toMatchObject({host: new URL(simulator.hosts.eu).host, protocol: 'http'});
	expect(Math.abs(probed.skewMs!)).toBeLessThan(60_000);
	expect(simulator.requests[0]!.headers).not.toHaveProperty('accesstoken');
});

test('a host that says nothing is given up when the probe’s own time is over', async () => {
	const simulator = await testSimulator(undefined, {fault: () => 'stall'});
	await expect(probeHost(http, simulator.hosts.eu, 50, signal)).rejects.toMatchObject({
		code: 'timeout',
	});
});

test('a probe that somebody stops is no time-out', async () => {
	const simulator = await testSimulator(undefined, {fault: () => 'stall'});
	const stop = new AbortController();
	const probing = probeHost(http, simulator.hosts.eu, 3_600_000, stop.signal);
	stop.abort();
	await expect(probing).rejects.toMatchObject({name: 'AbortError'});
});

test.each([
	['an hour behind', 3_600_000],
	['a year ahead', -31_536_000_000],
])('a machine’s clock that is %s shows in the answer', async (_, aheadMs) => {
	const server = createServer((_request, response) => {
		response.setHeader('date', new Date(Date.now() + aheadMs).toUTCString());
		response.end('{"result":"1019","message":"Access token is invalid"}');
	});
	onTestFinished(() => void server.close());
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const {skewMs} = await probeHost(http, origin, 60_000, signal);
	expect(Math.abs(skewMs! + aheadMs)).toBeLessThan(60_000);
});
