import {onTestFinished} from 'vitest';
import type {SignInContext} from '../../source/coros/ask-api.js';
import {createHttp} from '../../source/coros/http.js';
import {createPace} from '../../source/coros/pace.js';
import type {SimulatedAccount} from '../../source/simulator/accounts.js';
import type {Behaviour} from '../../source/simulator/behaviour.js';
import {type Simulator, startSimulator} from '../../source/simulator/start-simulator.js';
import {smallActivities} from './small-activity.js';

export const ann = {email: 'ann@example.org', password: 'pa$$ wörd "1"'};

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

/** A simulator that records what it is asked and ends with the test. */
export const testSimulator = async (
	accounts: readonly SimulatedAccount[] = [account()],
	behaviour: Partial<Behaviour> = {},
): Promise<Simulator> => {
	const simulator = await startSimulator({accounts, behaviour, record: true});
	onTestFinished(() => simulator.close());
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
