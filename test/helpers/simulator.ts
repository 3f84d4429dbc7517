import {onTestFinished} from 'vitest';
import type {SignInContext} from '../../source/coros/ask-api.js';
import {createHttp} from '../../source/coros/http.js';
import {createPace} from '../../source/coros/pace.js';
import type {SimulatedAccount} from '../../source/simulator/accounts.js';
import type {Behaviour, SimulatedRequest} from '../../source/simulator/behaviour.js';
import {type Simulator, startSimulator} from '../../source/simulator/start-simulator.js';
import {passwordMark} from './planted.js';
import {smallActivities} from './small-activity.js';
import {witness, witnessAllowed} from './witness.js';

export const ann = {email: 'ann@example.org', password: `${passwordMark} "1"`};

/** An account in Europe with a few small activities. */
export const account = (overrides: Partial<SimulatedAccount> = {}): SimulatedAccount => ({
	...ann,
	userId: '445823834382155776',
	nickname: 'Ann',
	region: 'eu',
	dataRegion: 'eu',
	twoFactor: false,
	activities: smallActivities(5),
	...overrides,
});

/** The API gets tokens and tickets and never a password; the file host gets its link and nothing else. */
const witnessRequest = (request: SimulatedRequest): void => {
	if (request.host === 'file') {
		const {Signature: _, ...query} = request.query;
		witness('request to the file host', JSON.stringify({...request, query}));
		return;
	}

	const {accesstoken, ...headers} = request.headers;
	witnessAllowed('token for the API', `${accesstoken} ${request.body}`);
	const body = request.body.replaceAll(/"loginTicket":"[^"]*"/g, '');
	witness('request to the API', JSON.stringify({...request, headers, body}));
};

/** A simulator that records what it is asked and ends with the test. */
export const testSimulator = async (
	accounts: readonly SimulatedAccount[] = [account()],
	behaviour: Partial<Behaviour> = {},
): Promise<Simulator> => {
	const seen: SimulatedRequest[] = [];
	const simulator = await startSimulator({
		accounts,
		behaviour,
		record: true,
		onRequest: (request) => void seen.push(request),
	});
	onTestFinished(async () => {
		await simulator.close();
		for (const request of seen) {
			witnessRequest(request);
		}
	});
	return simulator;
};

/** What signing in needs, pointed at a simulator. */
export const signInContext = (simulator: Simulator, timeoutMs = 5000): SignInContext => ({
	http: createHttp({pace: createPace(8, 20), userAgent: 'coros-tui/test', timeoutMs}),
	hosts: simulator.hosts,
	signal: new AbortController().signal,
	retry: {attempts: 3, baseMs: 1},
});

/** `POST /account/login` and the like, as `host path`, in order. */
export const asked = (simulator: Simulator): string[] =>
	simulator.requests.map(({host, path}) => `${host} ${path}`);
