import {expect, test} from 'vitest';
import type {SimulatedRequest} from '../../source/simulator/behaviour.js';
import {type BackupSetting, testServices} from '../helpers/backup.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

/** Four of eight, and one more for those that were under way and came through before anybody looked. */
const halved = 5;

const isFile = ({host}: SimulatedRequest) => host === 'file';

/** One backup of so many files; how many places there were as each file was saved. */
const placesOf = async (
	count: number,
	turn: (setting: BackupSetting, fileRequests: number) => void,
): Promise<number[]> => {
	let asked = 0;
	const simulator = await testSimulator([account({activities: smallActivities(count)})]);
	const setting = {simulator, root: temporaryFolder()};
	simulator.behaviour.fault = (request) => {
		asked += isFile(request) ? 1 : 0;
		turn(setting, asked);
		return isFile(request) && asked === 60 && simulator.behaviour.latencyMs === 0
			? 'too-many'
			: undefined;
	};
	simulator.behaviour.retryAfterSeconds = 0.05;
	const services = testServices(setting);
	const {signal} = new AbortController();
	await services.signIn(ann, 'auto', signal);
	const client = services.connect(ann);
	const places: number[] = [];
	for await (const event of services.backUp(client, {formats: ['fit']}, signal)) {
		if (event.type === 'saved') {
			places.push(client.pace.limit);
		}
	}

	expect(places).toHaveLength(count);
	return places;
};

test('a service that asks for less hears from half as many, and from all again later', async () => {
	const places = await placesOf(140, () => {});
	expect(Math.max(...places)).toBe(8);
	expect(Math.min(...places.slice(40))).toBeLessThanOrEqual(halved);
	expect(places.at(-1)).toBe(8);
});

test('a service that takes much longer all at once hears from half as many', async () => {
	const places = await placesOf(140, ({simulator}, asked) => {
		simulator.behaviour.latencyMs = asked < 60 ? 1 : asked < 90 ? 600 : 1;
	});
	expect(Math.max(...places)).toBe(8);
	expect(Math.min(...places.slice(60))).toBeLessThanOrEqual(halved);
	expect(places.at(-1)).toBe(8);
});
