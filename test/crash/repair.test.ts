import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, expect, test, vi} from 'vitest';
import {smallActivities} from '../helpers/small-activity.js';
import {suiteFolder} from '../helpers/temporary-folder.js';
import {allKills} from './golden.js';
import {
	type Experiment,
	experiment,
	inParallel,
	keepTemplate,
	letTimePass,
	namesBelow,
	patience,
	type Step,
	sample,
	wasKilled,
} from './laboratory.js';
import {report} from './report.js';

vi.setConfig(patience);

// This month and the one before: no more requests than it needs.
const start = Math.floor(Date.now() / 1000) - 20 * 86_400;
const activities = smallActivities(2, {start}).map((one, index) => ({
	...one,
	id: `47601827364554649${index}`,
	item: {...one.item, labelId: `47601827364554649${index}`},
}));
const repair = ['verify', '--repair', '--json'];

const folder = suiteFolder();
let template: string | undefined;
let steps: readonly Step[] = [];
let damaged: ReadonlyMap<string, string> = new Map();

const textsIn = (lab: Experiment): string[] =>
	namesBelow(lab.archive)
		.filter((name) => /\.json$/.test(name) && !path.basename(name).startsWith('.'))
		.map((name) => readFileSync(path.join(lab.archive, name), 'utf8'));

/** Damaged bytes are where they were or put aside, at any moment. */
const expectEveryByte = (lab: Experiment) => {
	const texts = textsIn(lab);
	for (const text of damaged.values()) {
		expect(texts).toContain(text);
	}
};

beforeAll(async () => {
	template = await experiment(activities, undefined, async (lab) => {
		expect(await lab.backUp({args: ['--details', '--wellness']})).toMatchObject({code: 0});
		const names = namesBelow(lab.archive).filter((name) => /490-detail|\d-\d\d\.json$/.test(name));
		damaged = new Map(names.slice(0, 2).map((name) => [name, `damaged ${name}`]));
		expect([...damaged.keys()].map((name) => path.dirname(name))).toEqual(['.', 'wellness']);
		for (const [name, text] of damaged) {
			writeFileSync(path.join(lab.archive, name), text);
		}

		return keepTemplate(lab, folder());
	});
	await experiment(activities, template, async (lab) => {
		expect(await lab.backUp({record: true, command: repair})).toMatchObject({code: 0});
		expectEveryByte(lab);
		steps = lab.steps();
		expect(steps.some(({file}) => file.includes('damaged'))).toBe(true);
	});
});

test('a repair of details and wellness is finished by the next, wherever it is killed', async () => {
	const kills = sample(allKills(steps), 5);
	let survived = 0;
	await inParallel(kills, (kill) =>
		experiment(activities, template, async (lab) => {
			try {
				const result = await lab.backUp({plan: {kill}, command: repair});
				survived += wasKilled(result) ? 1 : 0;
				expectEveryByte(lab);
				letTimePass(lab.config);
				expect(await lab.backUp({command: repair})).toMatchObject({code: 0, stderr: ''});
				expectEveryByte(lab);
				expect(await lab.backUp({command: ['verify']})).toMatchObject({code: 0, stderr: ''});
			} catch (error) {
				const step = JSON.stringify(steps[kill.step - 1]);
				throw new Error(`killed ${kill.when} step ${kill.step}: ${step}`, {cause: error});
			}
		}),
	);
	expect(survived).toBeGreaterThan(kills.length * 0.9);
	report(`repair of details and wellness: ${survived} kills at steps of the file system survived`);
});

test('a repair that the disk refuses at a step keeps every byte, and the next finishes it', async () => {
	await inParallel(sample(allKills(steps), 5), ({step}) =>
		experiment(activities, template, async (lab) => {
			await lab.backUp({plan: {fail: {step, code: 'EIO'}}, command: repair});
			expectEveryByte(lab);
			expect(await lab.backUp({command: repair})).toMatchObject({code: 0, stderr: ''});
			expect(await lab.backUp({command: ['verify']})).toMatchObject({code: 0, stderr: ''});
		}),
	);
});
