import {beforeAll, describe, expect, test, vi} from 'vitest';
import {suiteFolder} from '../helpers/temporary-folder.js';
import {allKills, expectRecovery, type Golden, type Kill, makeGolden} from './golden.js';
import {requestMoments, watchRequests} from './kill-at-request.js';
import {experiment, inParallel, patience, sample, wasKilled} from './laboratory.js';
import {report} from './report.js';
import {adopting, firstBackup, incremental} from './scenarios.js';

vi.setConfig(patience);

const describeStep = ({steps}: Golden, {step, when}: Kill): string =>
	`${when} step ${step}: ${JSON.stringify(steps[step - 1])}`;

describe.each([firstBackup, incremental, adopting])('$name', (scenario) => {
	const folder = suiteFolder();
	let golden: Golden;
	beforeAll(async () => {
		golden = await makeGolden(scenario, folder());
	});

	test('is finished by the next run, wherever it is killed', async () => {
		const kills = sample(allKills(golden.steps), 19);
		let survived = 0;
		await inParallel(kills, (kill) =>
			experiment(scenario.activities, golden.template, async (lab) => {
				const result = await lab.backUp({plan: {kill}});
				survived += wasKilled(result) ? 1 : 0;
				await expectRecovery(lab, golden).catch((error: unknown) => {
					throw new Error(`killed ${describeStep(golden, kill)}`, {cause: error});
				});
			}),
		);
		// The state is written beside the downloads, by the clock: a run may end before the last steps.
		expect(survived).toBeGreaterThan(kills.length * 0.75);
		report(`${scenario.name}: ${survived} kills at steps of the file system survived`);
	});

	test('is finished by the next run, whatever request it is killed at', async () => {
		const kills = sample(
			Array.from({length: golden.requests}, (_, index) => index + 1).flatMap((nth) =>
				requestMoments.map((moment) => ({nth, moment})),
			),
			7,
		);
		let survived = 0;
		await inParallel(kills, ({nth, moment}) =>
			experiment(scenario.activities, golden.template, async (lab) => {
				let stop = () => {};
				const result = await lab.backUp({
					onStart(child) {
						stop = watchRequests(lab.simulator, nth, moment, () => child.kill('SIGKILL'));
					},
				});
				stop();
				survived += wasKilled(result) ? 1 : 0;
				await expectRecovery(lab, golden).catch((error: unknown) => {
					throw new Error(`killed ${moment} request ${nth}`, {cause: error});
				});
			}),
		);
		expect(survived).toBeGreaterThan(kills.length * 0.9);
		report(`${scenario.name}: ${survived} kills at requests survived`);
	});

	test('is finished by the third run, when the second is killed as well', async () => {
		const kills = sample(
			allKills(golden.steps).filter((_, index) => index % 4 === 0),
			17,
		);
		let survived = 0;
		await inParallel(kills, (first) =>
			experiment(scenario.activities, golden.template, async (lab) => {
				const one = await lab.backUp({plan: {kill: first}});
				// A place in the second run that has nothing to do with that in the first.
				const early = Math.ceil(golden.steps.length / 4);
				const second: Kill = {step: 1 + ((first.step * 37) % early), when: 'after'};
				const two = await lab.backUp({plan: {kill: second}});
				survived += [one, two].filter(wasKilled).length;
				await expectRecovery(lab, golden).catch((error: unknown) => {
					throw new Error(
						`killed ${describeStep(golden, first)}, then ${describeStep(golden, second)}`,
						{cause: error},
					);
				});
			}),
		);
		expect(survived).toBeGreaterThan(kills.length);
		report(`${scenario.name}: ${survived} kills in ${kills.length} pairs of runs survived`);
	});
});
