import {describe, expect, test} from 'vitest';
import {type CorosClient, createCorosClient} from '../../source/coros/client.js';
import {createPace} from '../../source/coros/pace.js';
import {signIn} from '../../source/coros/sign-in.js';
import type {Activity} from '../../source/domain/activity.js';
import type {Session} from '../../source/domain/session.js';
import type {Simulator} from '../../source/simulator/start-simulator.js';
import {account, ann, asked, signInContext, testSimulator} from '../helpers/simulator.js';
import {smallActivities, smallActivity} from '../helpers/small-activity.js';

const {signal} = new AbortController();

const connect = async (
	simulator: Simulator,
	renew?: (signal: AbortSignal) => Promise<Session>,
): Promise<CorosClient> => {
	const context = signInContext(simulator);
	const result = await signIn(context, ann, {region: 'eu'});
	if (result.kind !== 'signed-in') {
		throw new Error('a code was asked for');
	}

	simulator.requests.length = 0;
	const pace = createPace(8, 20);
	return createCorosClient({
		...context,
		pace,
		session: result.session,
		retry: {attempts: 4, baseMs: 1},
		renew,
	});
};

const readAll = async (client: CorosClient) => {
	const activities: Activity[] = [];
	const pages = client.list({}, signal);
	for (let step = await pages.next(); ; step = await pages.next()) {
		if (step.done) {
			return {activities, outcome: step.value};
		}

		activities.push(...step.value.activities);
	}
};

describe('the activity list', () => {
	test('is read in pages of 200, each activity once, newest first', async () => {
		const simulator = await testSimulator([account({activities: smallActivities(950)})]);
		const {activities, outcome} = await readAll(await connect(simulator));
		expect(activities).toHaveLength(950);
		expect(new Set(activities.map(({id}) => id)).size).toBe(950);
		expect(activities.map(({id}) => id)).toEqual(smallActivities(950).map(({id}) => id));
		expect(outcome).toEqual({total: 950, complete: true, unreadable: 0});
		expect(simulator.requests.map(({query}) => query.size)).toEqual(Array(5).fill('200'));
	});

	test('is read with several pages under way at a time', async () => {
		let open = 0;
		let most = 0;
		const simulator = await testSimulator([account({activities: smallActivities(1400)})], {
			latencyMs: 20,
			fault() {
				open += 1;
				most = Math.max(most, open);
				setTimeout(() => {
					open -= 1;
				}, 15);
				return undefined;
			},
		});
		await readAll(await connect(simulator));
		expect(most).toBeGreaterThan(1);
	});

	test('is empty for an account with nothing in it', async () => {
		const simulator = await testSimulator([account({activities: []})]);
		const {activities, outcome} = await readAll(await connect(simulator));
		expect(activities).toEqual([]);
		expect(outcome.complete).toBe(true);
	});

	test('loses nothing and repeats nothing when an upload arrives between pages', async () => {
		const simulator = await testSimulator([account({activities: smallActivities(600)})]);
		const late = smallActivity(0, {id: '999999999999999999', start: 1_777_000_000});
		const client = await connect(simulator);
		simulator.behaviour.arriving = [late];
		const {activities, outcome} = await readAll(client);
		expect(activities).toHaveLength(601);
		expect(new Set(activities.map(({id}) => id)).size).toBe(601);
		expect(outcome.complete).toBe(true);
	});

	test('says so when the service’s count never agrees', async () => {
		const simulator = await testSimulator([account()], {countOffset: 3});
		const {activities, outcome} = await readAll(await connect(simulator));
		expect(activities).toHaveLength(5);
		expect(outcome).toMatchObject({complete: false, total: 8});
	});

	test('keeps ids exact even where the service writes them as numbers', async () => {
		const simulator = await testSimulator([account()], {numericIds: true});
		const {activities} = await readAll(await connect(simulator));
		expect(activities.map(({id}) => id)).toEqual(smallActivities(5).map(({id}) => id));
	});

	test('lets no unreadable item cost another', async () => {
		const odd = [
			smallActivity(1, {item: {name: null, distance: null, sportType: 1234}}),
			smallActivity(2, {item: {name: undefined, startTime: null, avgHr: 'x'}}),
			smallActivity(3, {item: {labelId: '../../etc/passwd'}}),
			smallActivity(4, {item: {date: null, startTime: null}}),
			smallActivity(5),
		];
		const simulator = await testSimulator([account({activities: odd})]);
		const {activities, outcome} = await readAll(await connect(simulator));
		expect(
			activities.map(({id, name, sportType, distanceMeters}) => ({
				id,
				name,
				sportType,
				distanceMeters,
			})),
		).toEqual([
			{id: odd[0]!.id, name: '', sportType: 1234, distanceMeters: undefined},
			{id: odd[1]!.id, name: '', sportType: 100, distanceMeters: 4000.5},
			{id: odd[4]!.id, name: 'Run 5', sportType: 100, distanceMeters: 4000.5},
		]);
		expect(outcome).toMatchObject({unreadable: 2, complete: true});
	});

	test('gets through resets, refusals, web pages and torn answers', async () => {
		const faults = ['reset', 'http-502', 'html', 'torn-json', 'too-many-silent'] as const;
		const simulator = await testSimulator([account({activities: smallActivities(950)})]);
		const client = await connect(simulator);
		simulator.behaviour.fault = ({query, earlier}) =>
			earlier === 0 ? faults[Number(query.pageNumber) - 1] : undefined;
		const {activities} = await readAll(client);
		expect(activities).toHaveLength(950);
	});
});

describe('a session that dies', () => {
	test('is renewed once, for all the requests that noticed', async () => {
		const simulator = await testSimulator([account({activities: smallActivities(1000)})]);
		let renewals = 0;
		const client = await connect(simulator, async () => {
			renewals += 1;
			const result = await signIn(signInContext(simulator), ann, {region: 'eu'});
			return (result as {session: Session}).session;
		});
		// It dies while several pages are under way: all of them notice.
		simulator.behaviour.latencyMs = 20;
		simulator.behaviour.fault = ({query, earlier}) => {
			if (query.pageNumber === '2' && earlier === 0) {
				simulator.accounts.revoke(ann.email);
			}

			return undefined;
		};
		const {activities} = await readAll(client);
		expect(activities).toHaveLength(1000);
		expect(renewals).toBe(1);
	});

	test('is not fought over: a second death ends the run', async () => {
		const simulator = await testSimulator([account({activities: smallActivities(1000)})], {});
		const client = await connect(simulator, async () => {
			const result = await signIn(signInContext(simulator), ann, {region: 'eu'});
			simulator.accounts.revoke(ann.email);
			return (result as {session: Session}).session;
		});
		simulator.accounts.revoke(ann.email);
		await expect(readAll(client)).rejects.toMatchObject({code: 'session-expired', exitCode: 4});
		expect(asked(simulator).filter((line) => line.includes('login'))).toHaveLength(1);
	});

	test('without a password at hand says how to go on', async () => {
		const simulator = await testSimulator();
		const client = await connect(simulator);
		simulator.accounts.revoke(ann.email);
		const error = await readAll(client).catch((thrown: unknown) => thrown);
		expect(error).toMatchObject({code: 'session-expired', exitCode: 4});
		expect((error as {hint: string}).hint).toContain('coros-tui login');
	});
});
