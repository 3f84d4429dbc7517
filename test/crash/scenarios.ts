import {rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect} from 'vitest';
import type {SimulatedAccount} from '../../source/simulator/accounts.js';
import {smallActivities, smallActivity} from '../helpers/small-activity.js';
import {experiment, keepTemplate, namesBelow, planted} from './laboratory.js';

/** A state of the world to start a run in. */
export type Scenario = {
	readonly name: string;
	readonly activities: SimulatedAccount['activities'];
	/** Makes the folder to start in; undefined for nothing at all. */
	readonly prepare: (folder: string) => Promise<string | undefined>;
};

/** A whole archive of the two older activities. */
const makeBackup = (into: string): Promise<string> =>
	experiment(smallActivities(2), undefined, async (lab) => {
		expect(await lab.backUp()).toMatchObject({code: 0});
		return keepTemplate(lab, into);
	});

const grown = [smallActivity(-1), ...smallActivities(2)];

export const firstBackup: Scenario = {
	name: 'a first backup, with its sign-in',
	activities: smallActivities(2),
	prepare: async () => undefined,
};

export const incremental: Scenario = {
	name: 'an incremental backup',
	activities: grown,
	prepare: (folder) => makeBackup(path.join(folder, 'incremental')),
};

export const adopting: Scenario = {
	name: 'taking over a folder without a memory, one file of it damaged',
	activities: grown,
	async prepare(folder) {
		const template = await makeBackup(path.join(folder, 'adopting'));
		const archive = path.join(template, 'archive');
		for (const name of namesBelow(archive).filter((one) => one.endsWith('-metadata.json'))) {
			rmSync(path.join(archive, name));
		}

		writeFileSync(path.join(archive, '.corosexport_state.json'), planted.state);
		writeFileSync(path.join(archive, namesBelow(archive).at(-1)!), planted.file);
		return template;
	},
};
