import {readdirSync} from 'node:fs';
import {expect, test} from 'vitest';
import {archiveFolder, runOnce} from '../helpers/backup.js';
import {readProject} from '../helpers/consumer.js';
import {account, testSimulator} from '../helpers/simulator.js';
import {smallActivity} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {readPieces} from './page-pieces.js';

test('the folder that README.md draws is what a backup makes', async () => {
	const [picture] = readPieces('README.md').filter(({text}) =>
		text.startsWith('coros_activities/'),
	);
	const [, ...lines] = picture!.text.trimEnd().split('\n');
	const names = lines.map((line) => line.trim().split(/ {2,}/)[0]!);
	const base = '2025-01-10_476018273645546497';
	const others = /\((.+)\)$/.exec(lines.at(-1)!)![1]!.split(' ');
	const drawn = [...names, ...others.map((extension) => `${base}${extension}`)];

	const start = Date.UTC(2025, 0, 10, 7) / 1000;
	const activities = [smallActivity(0, {id: '476018273645546497', start})];
	const simulator = await testSimulator([account({activities})]);
	const root = temporaryFolder();
	await runOnce({simulator, root});
	expect(drawn.sort()).toEqual(readdirSync(archiveFolder({root})).sort());
});

test('the simulator of CONTRIBUTING.md is made as it says there', async () => {
	const simulator = await testSimulator([account({twoFactor: true})], {latencyMs: 200});
	const [example] = readPieces('CONTRIBUTING.md').filter(({language}) => language === 'ts');
	const own = readProject('test/docs/pictures.test.ts');
	expect(own).toContain(`\t${example!.text.trim()}\n`);
	expect(simulator.baseUrl).toMatch(/^us=http:|^http:/);
	expect(simulator.behaviour.latencyMs).toBe(200);
});
