import {expect} from 'vitest';
import {
	type CrashPlan,
	type Experiment,
	expectOnlyWholeFiles,
	experiment,
	letTimePass,
	missingFiles,
	namesBelow,
	readFacts,
	type Step,
} from './laboratory.js';
import type {Scenario} from './scenarios.js';

export type Kill = NonNullable<CrashPlan['kill']>;

const reads = new Set(['scandir', 'stat', 'lstat', 'fstat', 'realpath', 'readlink', 'read']);

const changesSomething = ({op, flags}: Step): boolean =>
	op === 'open' ? typeof flags === 'string' && /[wax+]/.test(flags) : !reads.has(op);

/** Before and after everything that changes a file, and in the middle of every write. */
export const allKills = (steps: readonly Step[]): Kill[] =>
	steps
		.filter(changesSomething)
		.flatMap(({step, op}): Kill[] => [
			{step, when: 'before'},
			...(op === 'write' ? [{step, when: 'half'} as const] : []),
			{step, when: 'after'},
		]);

/** What a run that nothing disturbs makes of a scenario. */
export type Golden = {
	readonly scenario: Scenario;
	/** The folder each run starts from. */
	readonly template: string | undefined;
	readonly names: readonly string[];
	readonly facts: unknown;
	/** All it does to its files, in order. */
	readonly steps: readonly Step[];
	/** How many requests it makes. */
	readonly requests: number;
};

// When a damaged file was put aside is no matter here, nor that a killed run began to.
const stamp = /(?<=^damaged\b.*)\.\d{8}T\d{6}(?:-\d+)?(?=\.)/;

const namesIn = (lab: Experiment): string[] => [
	...new Set(namesBelow(lab.archive).map((name) => name.replace(stamp, ''))),
	...namesBelow(lab.config),
];

/** Runs a scenario undisturbed and counts. */
export const makeGolden = async (scenario: Scenario, folder: string): Promise<Golden> => {
	const template = await scenario.prepare(folder);
	return experiment(scenario.activities, template, async (lab) => {
		expect(await lab.backUp({record: true})).toMatchObject({code: 0, stderr: ''});
		expectOnlyWholeFiles(lab);
		expect(missingFiles(lab)).toEqual([]);
		return {
			scenario,
			template,
			names: namesIn(lab),
			facts: readFacts(lab.archive),
			steps: lab.steps(),
			requests: lab.simulator.requests.length,
		};
	});
};

/**
 * The run after something went wrong: it ends well, fetches what is missing and nothing else, and
 * leaves nothing behind.
 */
export const expectRecovery = async (lab: Experiment, golden: Golden): Promise<void> => {
	expectOnlyWholeFiles(lab);
	const missing = missingFiles(lab);
	letTimePass(lab.config);
	const before = lab.fetched().length;
	expect(await lab.backUp()).toMatchObject({code: 0, stderr: ''});
	expect(lab.fetched().slice(before), 'fetched again').toHaveLength(missing.length);
	expectOnlyWholeFiles(lab);
	expect(missingFiles(lab)).toEqual([]);
	expect(namesIn(lab)).toEqual(golden.names);
	expect(readFacts(lab.archive)).toEqual(golden.facts);
};
