import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {type Region, regions} from '../domain/region.js';
import {answerCaptcha, answerLogin, answerVerify, toAccountData} from './account-routes.js';
import {type Accounts, createAccounts, type SimulatedAccount} from './accounts.js';
import {playApiFault, playFault} from './api-faults.js';
import {type Behaviour, defaultBehaviour, type SimulatedRequest} from './behaviour.js';
import {answerDetail} from './detail-route.js';
import {answerDownload} from './download-route.js';
import {createFileStore} from './file-store.js';
import {answerList} from './list-route.js';
import {sendData, sendHtml, sendRefusal} from './respond.js';
import {answerWellness} from './wellness-route.js';

/** A running simulator: a local COROS on 127.0.0.1. */
export type Simulator = {
	/** The API host of each region. */
	readonly hosts: Readonly<Record<Region, string>>;
	/** The same as `--base-url` takes it. */
	readonly baseUrl: string;
	readonly accounts: Accounts;
	/** Turn these at any time. */
	readonly behaviour: Behaviour;
	/** Everything asked so far, when recording. */
	readonly requests: SimulatedRequest[];
	close(): Promise<void>;
};

export type SimulatorOptions = {
	readonly accounts: readonly SimulatedAccount[];
	readonly behaviour?: Partial<Behaviour>;
	/** Keeps every request for a test to look at; off in the demo. */
	readonly record?: boolean;
	/** Sees every request. */
	readonly onRequest?: (request: SimulatedRequest) => void;
};

const mostBodyBytes = 1024 * 1024;

const readRequest = async (
	message: IncomingMessage,
	host: string,
	earlierOf: (key: string) => number,
): Promise<SimulatedRequest> => {
	const url = new URL(message.url ?? '/', 'http://localhost');
	let body = '';
	for await (const chunk of message.setEncoding('utf8')) {
		body += String(chunk).slice(0, mostBodyBytes - body.length);
	}

	return {
		host,
		method: message.method ?? 'GET',
		path: url.pathname,
		query: Object.fromEntries(url.searchParams),
		headers: message.headers,
		body,
		earlier: earlierOf(`${host} ${message.method} ${message.url}`),
	};
};

const listen = (server: Server): Promise<string> =>
	new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () =>
			resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
		);
	});

/** Starts four API hosts and a file host, each on a port of its own. */
export const startSimulator = async (options: SimulatorOptions): Promise<Simulator> => {
	// One object, changed in place: every host sees a knob as soon as it is turned.
	const behaviour: Behaviour = Object.assign(defaultBehaviour(), options.behaviour);
	const accounts = createAccounts(options.accounts);
	const requests: SimulatedRequest[] = [];
	const counts = new Map<string, number>();
	const earlierOf = (key: string) => {
		const earlier = counts.get(key) ?? 0;
		counts.set(key, earlier + 1);
		return earlier;
	};

	let fileOrigin = '';
	const files = createFileStore(() => fileOrigin, behaviour);

	const answerApi = async (request: SimulatedRequest, response: ServerResponse) => {
		const {method, path, headers, host} = request;
		switch (`${method} ${path}`) {
			case 'POST /account/login':
				await answerLogin(request, response, accounts, behaviour);
				return;
			case 'POST /account/captcha':
				answerCaptcha(request, response, accounts);
				return;
			case 'POST /account/2fa/login/verify':
				answerVerify(request, response, accounts);
				return;
			default:
		}

		const token = headers.accesstoken;
		const account = accounts.use(typeof token === 'string' ? token : undefined, behaviour);
		if (!account || account.dataRegion !== host) {
			sendRefusal(response, '1019');
			return;
		}

		switch (path) {
			case '/account/query':
				sendData(response, 'A9C8E2B1', toAccountData(account, String(token)));
				return;
			case '/activity/query':
				if (method === 'GET') {
					answerList(request, response, account, behaviour);
				} else {
					sendRefusal(response, '1001');
				}
				return;
			case '/activity/detail/download':
				answerDownload(request, response, account, behaviour, files);
				return;
			case '/activity/detail/query':
				answerDetail(request, response, account, behaviour);
				return;
			default:
				if (!answerWellness(request, response, account)) {
					sendHtml(response, 404);
				}
		}
	};

	const start = async (host: string): Promise<{server: Server; origin: string}> => {
		const server = createServer(async (message, response) => {
			try {
				const request = await readRequest(message, host, earlierOf);
				options.onRequest?.(request);
				if (options.record) {
					requests.push(request);
				}

				if (behaviour.latencyMs > 0) {
					await new Promise((resolve) => setTimeout(resolve, behaviour.latencyMs));
				}

				const fault = behaviour.fault(request);
				if (host === 'file') {
					files.answer(request, response, fault);
				} else if (
					!fault ||
					!(
						playFault(response, fault, behaviour, request.path) ||
						playApiFault(response, fault, request.path)
					)
				) {
					await answerApi(request, response);
				}
			} catch {
				response.destroy();
			}
		});
		// A caller that keeps its connection must not find it closed just as it asks again.
		server.keepAliveTimeout = 60_000;
		return {server, origin: await listen(server)};
	};

	const file = await start('file');
	fileOrigin = file.origin;
	const started = await Promise.all(
		regions.map(async (region) => ({region, ...(await start(region))})),
	);
	const hosts = Object.fromEntries(started.map(({region, origin}) => [region, origin])) as Record<
		Region,
		string
	>;

	return {
		hosts,
		baseUrl: regions.map((region) => `${region}=${hosts[region]}`).join(','),
		accounts,
		behaviour,
		requests,
		async close() {
			const servers = [file, ...started].map(({server}) => server);
			await Promise.all(
				servers.map(
					(server) =>
						new Promise<void>((resolve) => {
							server.close(() => resolve());
							server.closeAllConnections();
						}),
				),
			);
		},
	};
};
