import {existsSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import type {BackupEvent} from '../../source/backup/event.js';
import type {RepairEvent} from '../../source/backup/repair.js';
import {archiveFolder, testServices} from '../helpers/backup.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const setUp = async () => {
	const simulator = await testSimulator([account({activities: smallActivities(40)})]);
	const setting = {simulator, root: temporaryFolder()};
	const services = testServices(setting, {verbose: true});
	await services.signIn(ann, 'auto', new AbortController().signal);
	return {simulator, services, folder: archiveFolder(setting)};
};

const filesIn = (folder: string, end: string) =>
	readdirSync(folder).filter((name) => name.endsWith(end));

describe('services that are closed', () => {
	test.each(['backup', 'repair'] as const)(
		'have let go of the folder: a %s that was asked to stop has ended',
		async (kind) => {
			const {simulator, services, folder} = await setUp();
			const stop = new AbortController();
			const fetch = () => services.backUp(services.connect(), {formats: ['fit']}, stop.signal);
			if (kind === 'repair') {
				for await (const _ of fetch()) {
					// Until all is there.
				}

				for (const name of filesIn(folder, '.fit')) {
					rmSync(path.join(folder, name));
				}
			}

			simulator.behaviour.latencyMs = 20;
			const events =
				kind === 'backup' ? fetch() : services.repair(async () => services.connect(), stop.signal);
			let last: BackupEvent | RepairEvent | undefined;
			let hasBegun = () => {};
			const begun = new Promise<void>((resolve) => {
				hasBegun = resolve;
			});
			const run = async () => {
				for await (const event of events) {
					last = event;
					if (event.type === 'saved') {
						hasBegun();
					}
				}
			};
			const running = run();
			await begun;
			expect(filesIn(folder, '.lock')).toHaveLength(1);
			stop.abort();
			await services.close();
			expect(filesIn(folder, '.lock')).toEqual([]);
			await running;
			expect(last).toMatchObject({cancelled: true});
		},
	);

	test('wait for a check and a list that nobody wants any more', async () => {
		const {services} = await setUp();
		const stop = new AbortController();
		const list = services.listActivities(services.connect(), {full: true}, stop.signal);
		await list.next();
		let isClosed = false;
		const closing = services.close().then(() => {
			isClosed = true;
		});
		await new Promise(setImmediate);
		expect(isClosed).toBe(false);
		stop.abort();
		await list.return(undefined as never);
		await closing;
		expect(isClosed).toBe(true);
	});

	test('write no more into their log', async () => {
		const {services} = await setUp();
		const file = services.logPath ?? '';
		services.log('before');
		await services.close();
		services.log('after');
		expect(path.basename(file)).toBe('coros-tui.log');
		expect(existsSync(file)).toBe(true);
		expect(readFileSync(file, 'utf8')).toContain('before');
		expect(readFileSync(file, 'utf8')).not.toContain('after');
	});
});
