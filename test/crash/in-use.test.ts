import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test, vi} from 'vitest';
import {describeSelf} from '../../source/disk/holder.js';
import {toTemporaryName} from '../../source/domain/file-name.js';
import {readEvents} from '../helpers/run-program.js';
import {smallActivities} from '../helpers/small-activity.js';
import {experiment, missingFiles, namesBelow, patience} from './laboratory.js';

vi.setConfig(patience);

const activities = smallActivities(2);

const leftovers = (archive: string) => namesBelow(archive).filter((name) => name.endsWith('.part'));

test('a file that a scanner has open for a moment is saved all the same', async () => {
	await experiment(activities, undefined, async (lab) => {
		const plan = {fail: {op: 'rename', code: 'EBUSY', times: 4}} as const;
		expect(await lab.backUp({plan})).toMatchObject({code: 0, stderr: ''});
		expect(missingFiles(lab)).toEqual([]);
	});
});

test('a file that another program keeps open costs no other, and is named', async () => {
	await experiment(activities, undefined, async (lab) => {
		const kept = `${activities[0]!.id}.tcx`;
		const result = await lab.backUp({plan: {fail: {op: 'rename', to: kept, code: 'EBUSY'}}});
		expect(result.code).toBe(3);
		const failed = readEvents(result).filter(({type}) => type === 'failed');
		expect(failed).toMatchObject([{error: {code: 'file-in-use'}}]);
		expect(JSON.stringify(failed)).toContain(kept);
		expect(missingFiles(lab)).toHaveLength(1);
		expect(leftovers(lab.archive)).toEqual([]);
		expect(await lab.backUp()).toMatchObject({code: 0, stderr: ''});
		expect(missingFiles(lab)).toEqual([]);
	});
});

test('a state that another program keeps open costs no file, and is named', async () => {
	await experiment(activities, undefined, async (lab) => {
		const state = '.corosexport_state.json';
		const plan = {fail: {op: 'rename', to: state, code: 'EBUSY'}} as const;
		const result = await lab.backUp({plan});
		expect(result.code).toBe(1);
		expect(result.stderr).toContain(
			`Another program is using this file: ${path.join(lab.archive, state)}.\nClose it there`,
		);
		expect(missingFiles(lab)).toEqual([]);
		expect(await lab.backUp()).toMatchObject({code: 0, stderr: ''});
		expect(lab.fetched()).toHaveLength(4); // Nothing twice.
	});
});

test('verify tells a file that is open elsewhere from a damaged one', async () => {
	await experiment(activities, undefined, async (lab) => {
		await lab.backUp();
		const plan = {fail: {op: 'open', ending: '.tcx', code: 'EBUSY', times: 1}} as const;
		const result = await lab.backUp({plan, command: ['verify']});
		expect(result.code).toBe(7);
		expect(result.stderr).toContain('cannot be read (another program has it open)');
	});
});

test('what a killed run left is let be while somebody has it open', async () => {
	await experiment(activities, undefined, async (lab) => {
		await lab.backUp();
		const left = toTemporaryName('2025-01-10_1.fit');
		writeFileSync(path.join(lab.archive, left), '');
		const plan = {fail: {op: 'unlink', ending: left, code: 'EBUSY'}} as const;
		const args = ['--full'];
		expect(await lab.backUp({plan, args})).toMatchObject({code: 0, stderr: ''});
		expect(leftovers(lab.archive)).toEqual([left]);
		expect(await lab.backUp({args})).toMatchObject({code: 0, stderr: ''});
		expect(leftovers(lab.archive)).toEqual([]);
	});
});

test('a claim that is just going is waited for', async () => {
	await experiment(activities, undefined, async (lab) => {
		await lab.backUp();
		const claim = '.coros-tui.0123456789abcdef.lock';
		const gone = {...describeSelf(), pid: 2 ** 22 + 1};
		writeFileSync(path.join(lab.archive, claim), JSON.stringify(gone));
		const plan = {fail: {op: 'open', ending: claim, code: 'EBUSY', times: 3}} as const;
		expect(await lab.backUp({plan})).toMatchObject({code: 0, stderr: ''});
		expect(namesBelow(lab.archive)).not.toContain(claim);
	});
});

test('a state that cannot even be read is named, and nothing is done without it', async () => {
	await experiment(activities, undefined, async (lab) => {
		await lab.backUp();
		const state = path.join(lab.archive, '.corosexport_state.json');
		const plan = {fail: {op: 'open', ending: state, code: 'EBUSY'}} as const;
		const result = await lab.backUp({plan, args: ['--full']});
		expect(result.code).toBe(1);
		expect(result.stderr).toMatch(/^Another program is using this file: .*_state\.json\.\n/);
		expect(lab.fetched()).toHaveLength(4);
	});
});
