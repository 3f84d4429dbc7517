import {expect, test} from 'vitest';
import type {BackupEvent} from '../../source/backup/event.js';
import {createTransferControl} from '../../source/backup/transfer-control.js';
import type {SimulatedRequest} from '../../source/simulator/behaviour.js';
import type {Simulator} from '../../source/simulator/start-simulator.js';
import {goldenFiles, readArchiveFiles, runOnce, testServices} from '../helpers/backup.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const isLink = ({path}: SimulatedRequest) => path === '/activity/detail/download';

const linksOf = ({requests}: Simulator) => requests.filter(isLink);

/** An account whose list takes three pages. */
const setUp = async () => {
	const own = account({activities: smallActivities(450)});
	const simulator = await testSimulator([own]);
	return {own, simulator, root: temporaryFolder()};
};

test('the first link is asked for while the list still comes, and once', async () => {
	const {own, ...setting} = await setUp();
	let asked: unknown[] = [];
	setting.simulator.behaviour.latencyMs = 20;
	setting.simulator.behaviour.fault = ({path}) => {
		if (path === '/activity/query') {
			asked = linksOf(setting.simulator).map(({query}) => query.labelId);
		}

		return undefined;
	};
	await runOnce(setting, {formats: ['fit']});
	expect(asked).toEqual([own.activities[0]?.id]); // When the last page was answered.
	const links = linksOf(setting.simulator).map(({query}) => query.labelId);
	expect(links).toHaveLength(450);
	expect(new Set(links).size).toBe(450);
	expect(readArchiveFiles(setting)).toEqual(goldenFiles(own, ['fit']));
});

test('no link is asked for ahead of what is there, was not meant, or is only looked at', async () => {
	const {own, ...setting} = await setUp();
	await runOnce(setting, {formats: ['fit']});
	const before = linksOf(setting.simulator).length;
	await runOnce(setting, {formats: ['fit'], full: true});
	await runOnce(setting, {formats: ['tcx'], full: true, dryRun: true});
	const to = '2000-01-01';
	await runOnce(setting, {formats: ['tcx'], full: true, selection: {to}});
	expect(linksOf(setting.simulator)).toHaveLength(before);
	const oldest = own.activities.at(-1)!.id;
	await runOnce(setting, {formats: ['tcx'], full: true, selection: {ids: new Set([oldest])}});
	expect(linksOf(setting.simulator).slice(before)).toMatchObject([{query: {labelId: oldest}}]);
});

test.each([1, 2, 3])('never more than %d are under way, list and links together', async (most) => {
	const {own: _, simulator, root} = await setUp();
	let answered = 0;
	let highest = 0;
	simulator.behaviour.latencyMs = 5;
	const services = testServices({simulator, root}, {concurrency: most});
	const {signal} = new AbortController();
	await services.signIn(ann, 'auto', signal);
	simulator.requests.length = 0;
	simulator.behaviour.fault = () => {
		highest = Math.max(highest, simulator.requests.length - answered);
		answered += 1;
		return undefined;
	};
	const client = services.connect(ann);
	for await (const event of services.backUp(client, {formats: ['fit']}, signal)) {
		if (event.type === 'saved') {
			break; // The list is whole by now, and the first files have come.
		}
	}

	expect(highest).toBe(most);
});

test('a link that was refused when it was asked for ahead is asked for again', async () => {
	const {own, ...setting} = await setUp();
	setting.simulator.behaviour.fault = (request) =>
		isLink(request) && linksOf(setting.simulator).length === 1 ? 'http-500' : undefined;
	const {events} = await runOnce(setting, {formats: ['fit'], selection: {limit: 3}});
	expect(events.filter(({type}) => type === 'retrying')).toMatchObject([{attempt: 2}]);
	expect(events.at(-1)).toMatchObject({type: 'finished', saved: 3, failed: 0});
});

test('giving up the file gives up its link', async () => {
	const {own, simulator, root} = await setUp();
	const first = own.activities[0]!.id;
	simulator.behaviour.fault = (request) =>
		isLink(request) && request.query.labelId === first ? 'stall' : undefined;
	// Long enough that nobody would wait for it to end by itself.
	const services = testServices({simulator, root, timeoutMs: 300_000});
	const {signal} = new AbortController();
	await services.signIn(ann, 'auto', signal);
	const control = createTransferControl();
	const events: BackupEvent[] = [];
	const selection = {limit: 3};
	const request = {formats: ['fit'] as const, selection, control};
	for await (const event of services.backUp(services.connect(ann), request, signal)) {
		events.push(event);
		if (event.type === 'transfer-started' && event.transfer.id === first) {
			control.cancel(first, 'fit');
		}
	}

	expect(events.filter(({type}) => type === 'failed')).toMatchObject([
		{transfer: {id: first}, error: {code: 'given-up'}},
	]);
	expect(events.at(-1)).toMatchObject({type: 'finished', saved: 2, failed: 1});
});
