import {existsSync, readFileSync, renameSync, rmSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, expect, test, vi} from 'vitest';
import {goldenFiles} from '../helpers/backup.js';
import {smallActivities} from '../helpers/small-activity.js';
import {suiteFolder} from '../helpers/temporary-folder.js';
import {allKills, type Kill} from './golden.js';
import {
	type Experiment,
	experiment,
	formats,
	inParallel,
	keepTemplate,
	letTimePass,
	namesBelow,
	patience,
	readFacts,
	type Step,
	sample,
	wasKilled,
} from './laboratory.js';
import {report} from './report.js';
import {incremental} from './scenarios.js';

vi.setConfig(patience);

const relayout = ['relayout', '--json', '--name-template', '{year}/{sport}/{date} {name} {id}'];
const verify = ['verify', '--json'];

const folder = suiteFolder();
let details: readonly string[] = [];
let template: string | undefined;
let steps: readonly Step[] = [];
let names: readonly string[] = [];
let facts: unknown;

const detailsIn = (archive: string): string[] =>
	namesBelow(archive)
		.filter((name) => /^[^.].*-detail\.json$/.test(path.basename(name)))
		.map((name) => readFileSync(path.join(archive, name), 'utf8'))
		.sort();

/** Every byte is there once, whatever it is called. */
const expectEveryFile = (lab: Experiment, count: number) => {
	const found = namesBelow(lab.archive)
		.filter((name) => /^[^.].*\.(?:fit|tcx)$/.test(path.basename(name)))
		.map((name) => readFileSync(path.join(lab.archive, name), 'latin1'))
		.sort();
	const wanted = [...goldenFiles({activities: incremental.activities.slice(1)}, formats).values()]
		.map((bytes) => bytes.toString('latin1'))
		.sort();
	expect(wanted).toHaveLength(count);
	expect(found).toEqual(wanted);
	expect(detailsIn(lab.archive)).toEqual(details);
};

beforeAll(async () => {
	const prepared = await incremental.prepare(folder());
	const older = incremental.activities.slice(1);
	template = await experiment(older, prepared, async (lab) => {
		expect(await lab.backUp({args: ['--details']})).toMatchObject({code: 0});
		details = detailsIn(lab.archive);
		expect(details).toHaveLength(2);
		return keepTemplate(lab, path.join(folder(), 'with-details'));
	});
	await experiment(incremental.activities, template, async (lab) => {
		expect(await lab.backUp({record: true, command: relayout})).toMatchObject({code: 0});
		expectEveryFile(lab, 4);
		steps = lab.steps();
		names = namesBelow(lab.archive);
		facts = readFacts(lab.archive);
	});
});

test('a relayout is finished by the next, wherever it is killed, and no file is lost', async () => {
	const kills: readonly Kill[] = sample(allKills(steps), 5);
	let survived = 0;
	await inParallel(kills, (kill) =>
		experiment(incremental.activities, template, async (lab) => {
			try {
				const result = await lab.backUp({plan: {kill}, command: relayout});
				survived += wasKilled(result) ? 1 : 0;
				expectEveryFile(lab, 4);
				expect(await lab.backUp({command: verify})).toMatchObject({code: 0, stderr: ''});
				// The template is written down before the first file moves.
				const state = readFileSync(path.join(lab.archive, '.corosexport_state.json'), 'utf8');
				const isBegun = namesBelow(lab.archive).some((name) => /Run .*\.fit$/.test(name));
				const command = isBegun ? ['relayout', '--json'] : relayout;
				expect(state.includes('{sport}') || !isBegun).toBe(true);
				expect(await lab.backUp({command})).toMatchObject({code: 0, stderr: ''});
				expectEveryFile(lab, 4);
				expect(namesBelow(lab.archive)).toEqual(names);
				expect(readFacts(lab.archive)).toEqual(facts);
				expect(lab.fetched()).toEqual([]);
			} catch (error) {
				const step = JSON.stringify(steps[kill.step - 1]);
				throw new Error(`killed ${kill.when} step ${kill.step}: ${step}`, {cause: error});
			}
		}),
	);
	expect(survived).toBeGreaterThan(kills.length * 0.9);
	report(`relayout: ${survived} kills at steps of the file system survived`);
});

test('a relayout that the disk refuses at a step keeps every file, and the next finishes it', async () => {
	const changes = sample(allKills(steps), 5);
	await inParallel(changes, ({step}) =>
		experiment(incremental.activities, template, async (lab) => {
			await lab.backUp({plan: {fail: {step, code: 'EIO'}}, command: relayout});
			expectEveryFile(lab, 4);
			expect(await lab.backUp({command: relayout})).toMatchObject({code: 0, stderr: ''});
			expect(namesBelow(lab.archive)).toEqual(names);
		}),
	);
});

test('an archive with folders is gone through by readings of each, and a look at no file', async () => {
	const count = (activities: number) =>
		experiment(smallActivities(activities), undefined, async (lab) => {
			const args = ['--name-template', 'by-year'];
			expect(await lab.backUp({args})).toMatchObject({code: 0});
			expect(await lab.backUp({record: true})).toMatchObject({code: 0});
			return lab
				.steps()
				.filter(({file}) => file.startsWith(lab.archive))
				.map(({op, file}) => `${op} ${path.relative(lab.archive, file)}`);
		});
	const few = await count(2);
	expect(few.filter((step) => step === 'scandir 2026').length).toBeLessThanOrEqual(1);
	expect(few.filter((step) => /\.(?:fit|tcx)/.test(step))).toEqual([]);
	expect(await count(9)).toHaveLength(few.length);
});

test('a folder that is pulled out during a relayout loses nothing, and its place gets no file', async () => {
	const changes = sample([...new Set(allKills(steps).map(({step}) => step))], 5);
	// The look before a folder is made: from there on it must not be.
	const looks = steps.filter(({op}) => op === 'mkdir').map(({step}) => step - 1);
	const moments = [...new Set([...changes, ...looks])];
	let pulled = 0;
	await inParallel(moments, (step) =>
		experiment(incremental.activities, template, async (lab) => {
			const vanish = {step, folder: lab.archive, leaves: 'mount-point'} as const;
			await lab.backUp({plan: {vanish}, command: relayout});
			if (!existsSync(`${lab.archive}-elsewhere`)) {
				return; // Checkpoints go by the clock: a late one may be missing.
			}

			pulled += 1;
			const isMaking = steps[step - 1]?.op === 'mkdir';
			const elsewhere = namesBelow(lab.archive).filter((name) => !name.startsWith('.'));
			expect(elsewhere.filter((name) => !isMaking || /\.(?:fit|tcx)$/.test(name))).toEqual([]);
			rmSync(lab.archive, {recursive: true, force: true});
			renameSync(`${lab.archive}-elsewhere`, lab.archive);
			expectEveryFile(lab, 4);
			letTimePass(lab.archive);
			expect(await lab.backUp({command: relayout})).toMatchObject({code: 0, stderr: ''});
			expectEveryFile(lab, 4);
		}),
	);
	expect(pulled).toBeGreaterThan(moments.length * 0.7);
});
