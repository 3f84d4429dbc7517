import {existsSync, readFileSync, renameSync, rmSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test, vi} from 'vitest';
import type {ProgramResult} from '../helpers/run-program.js';
import {readEvents} from '../helpers/run-program.js';
import {suiteFolder, temporaryFolder} from '../helpers/temporary-folder.js';
import {expectRecovery, type Golden, makeGolden} from './golden.js';
import {
	type CrashPlan,
	type Experiment,
	expectOnlyWholeFiles,
	experiment,
	inParallel,
	missingFiles,
	namesBelow,
	patience,
	sample,
} from './laboratory.js';
import {report} from './report.js';
import {adopting, firstBackup, incremental} from './scenarios.js';

vi.setConfig(patience);

const codes = {
	EIO: 'disk-error',
	ENOSPC: 'disk-full',
	EDQUOT: 'disk-full',
	EACCES: 'no-permission',
	EPERM: 'no-permission',
	EROFS: 'no-permission',
	EMFILE: 'too-many-files',
	EXDEV: 'disk-error',
	ENOLCK: 'disk-error',
	ENOTSUP: 'disk-error',
	EINVAL: 'disk-error',
	ENOSYS: 'disk-error',
} as const;

type Errno = keyof typeof codes;

/** The run ended as a run may: all is there, or one sentence says what is wrong, where, what to do. */
const expectManners = (lab: Experiment, result: ProgramResult, known: readonly string[]): void => {
	const {code, stderr} = result;
	const endings = readEvents(result).filter(({type}) => type === 'finished');
	expect(endings).toHaveLength(1);
	const [finished] = endings as [Extract<(typeof endings)[number], {type: 'finished'}>];
	expectOnlyWholeFiles(lab);
	if (code === 0) {
		expect(stderr).toBe('');
		expect(finished.error).toBeUndefined();
		expect(missingFiles(lab)).toEqual([]);
		return;
	}

	expect(known).toContain(finished.error?.code);
	expect(code).toBe(1);
	expect(stderr).toBe(`${finished.error?.message}.\n${finished.error?.hint}\n`);
	const places = [lab.archive, lab.config].filter((place) => stderr.includes(`: ${place}`));
	expect(places, stderr).not.toEqual([]);
	expect(stderr).not.toMatch(/\n\s+at .+:\d+/);
};

test.each(['EINVAL', 'ENOSYS', 'ENOTSUP'])(
	'a file system that cannot flush (%s) is used all the same',
	async (code) => {
		await experiment(firstBackup.activities, undefined, async (lab) => {
			const result = await lab.backUp({plan: {fail: {op: 'fsync', code}}});
			expect(result).toMatchObject({code: 0, stderr: ''});
			expect(missingFiles(lab)).toEqual([]);
		});
	},
);

test('a disk that cannot flush because it is broken is not believed', async () => {
	await experiment(firstBackup.activities, undefined, async (lab) => {
		const result = await lab.backUp({plan: {fail: {op: 'fsync', code: 'EIO'}}});
		expectManners(lab, result, ['disk-error']);
		expect(result.code).toBe(1);
		expect(missingFiles(lab)).toHaveLength(4);
	});
});

test('a damaged file that the disk does not show is not replaced', async () => {
	const template = await adopting.prepare(temporaryFolder());
	await experiment(adopting.activities, template, async (lab) => {
		const read = () =>
			namesBelow(lab.archive)
				.filter((name) => /\.(?:fit|tcx)$/.test(name))
				.map((name) => readFileSync(path.join(lab.archive, name), 'base64'));
		const before = read();
		const result = await lab.backUp({plan: {fail: {op: 'stat', ending: '.tcx', code: 'EIO'}}});
		expectManners(lab, result, ['disk-error']);
		expect(read()).toEqual(expect.arrayContaining(before));
	});
});

describe.each([firstBackup, incremental, adopting])('$name', (scenario) => {
	const folder = suiteFolder();
	let golden: Golden;
	beforeAll(async () => {
		golden = await makeGolden(scenario, folder());
	});

	const steps = () => golden.steps.map(({step}) => step);

	const tryAll = async (
		plans: ReadonlyArray<CrashPlan & {readonly fail: {readonly code: Errno; step: number}}>,
	): Promise<void> => {
		let told = 0;
		let helped = 0;
		await inParallel(plans, (plan) =>
			experiment(scenario.activities, golden.template, async (lab) => {
				try {
					const result = await lab.backUp({plan});
					expectManners(lab, result, [codes[plan.fail.code]]);
					told += result.code === 0 ? 0 : 1;
					helped += result.code === 0 ? 1 : 0;
					await expectRecovery(lab, golden);
				} catch (error) {
					const about = `${JSON.stringify(plan)} ${JSON.stringify(golden.steps[plan.fail.step - 1])}`;
					throw new Error(`${about}: ${(error as Error).message}`, {cause: error});
				}
			}),
		);
		expect(told).toBeGreaterThan(0);
		report(`${scenario.name}: ${plans.length} faults, ${told} named, ${helped} did no harm`);
	};

	test('makes its claim again where another run cleared it before it had its name', async () => {
		const {step} = golden.steps.find(({to}) => to?.endsWith('.lock'))!;
		await experiment(scenario.activities, golden.template, async (lab) => {
			const result = await lab.backUp({plan: {fail: {step, code: 'ENOENT'}}});
			expect(result).toMatchObject({code: 0, stderr: ''});
			expect(missingFiles(lab)).toEqual([]);
		});
	});

	test('says what is wrong, where, and what to do, whichever step fails once', async () => {
		const faults = Object.keys(codes) as Errno[];
		await tryAll(
			sample(
				steps().flatMap((step) => faults.map((code) => ({fail: {step, code}}))),
				211,
			),
		);
	});

	test('says so as well where everything fails from then on', async () => {
		const faults = ['ENOSPC', 'EIO', 'EROFS'] as const;
		await tryAll(
			sample(
				steps().flatMap((step) => faults.map((code) => ({fail: {step, code, forGood: true}}))),
				89,
			),
		);
	});

	test.each(['nothing', 'mount-point'] as const)(
		'does not go on elsewhere when its folder is pulled out and leaves %s',
		async (leaves) => {
			// Before the run has its claim there is nothing it could miss.
			const taken = golden.steps.find(({to}) => to?.endsWith('.lock'))!.step;
			const moments = sample(
				steps().filter((step) => step > taken),
				41,
			);
			let pulled = 0;
			await inParallel(moments, (step) =>
				experiment(scenario.activities, golden.template, async (lab) => {
					const plan = {vanish: {step, folder: lab.archive, leaves}};
					const result = await lab.backUp({plan});
					const about = `step ${step}: ${JSON.stringify(golden.steps[step - 1])} ${result.stderr}`;
					if (!existsSync(`${lab.archive}-elsewhere`)) {
						return; // It came to its end sooner: flushes that were shared are fewer steps.
					}

					pulled += 1;
					const elsewhere = namesBelow(lab.archive).filter((name) => !name.startsWith('.'));
					// A folder that was being made at that very moment is empty, and stays so.
					const made = leaves === 'mount-point' ? 'damaged' : '';
					expect(
						elsewhere.filter((name) => !name.endsWith('-metadata.json') && name !== made),
						about,
					).toEqual([]);
					rmSync(lab.archive, {recursive: true, force: true});
					renameSync(`${lab.archive}-elsewhere`, lab.archive);
					expectManners(lab, result, ['disk-error', 'folder-lost']);
					await expectRecovery(lab, golden);
				}),
			);
			expect(pulled).toBeGreaterThan(moments.length * 0.8);
			report(`${scenario.name}: ${pulled} times the folder was pulled out`);
		},
	);
});
