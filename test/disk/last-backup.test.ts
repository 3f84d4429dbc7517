import {chmodSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {readLastBackup} from '../../source/disk/last-backup.js';
import {toStatePath} from '../../source/disk/state-file.js';
import {toLocalDay} from '../../source/domain/local-time.js';
import {archiveFolder, runOnce} from '../helpers/backup.js';
import {testSimulator} from '../helpers/simulator.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const write = (text: string): string => {
	const folder = temporaryFolder();
	writeFileSync(toStatePath(folder), text);
	return folder;
};

describe('the last backup of a folder', () => {
	test('is the day when its state was written', async () => {
		const setting = {simulator: await testSimulator(), root: temporaryFolder()};
		const before = new Date();
		await runOnce(setting, {formats: ['fit']});
		const days = [before, new Date()].map((date) =>
			toLocalDay(date.getTime() / 1000, -date.getTimezoneOffset()),
		);
		const last = await readLastBackup(archiveFolder(setting));
		expect(days.map((day) => ({kind: 'at', day}))).toContainEqual(last);
	});

	test('is known from a file of corosexport, too', async () => {
		const text = JSON.stringify(
			{last_backup_timestamp: '2025-01-10T07:15:00.123456', downloaded_activity_ids: ['1']},
			undefined,
			4,
		);
		expect(await readLastBackup(write(text))).toEqual({kind: 'at', day: '2025-01-10'});
	});

	test('was never, where there is no state, and is not known where nobody can tell', async () => {
		const root = temporaryFolder();
		expect(await readLastBackup(root)).toEqual({kind: 'never'});
		expect(await readLastBackup(path.join(root, 'gone'))).toEqual({kind: 'no-folder'});
		expect(await readLastBackup(write('{"last_backup_timestamp": null}'))).toEqual({
			kind: 'unknown',
		});
		const ids = JSON.stringify(Array.from({length: 9999}, (_, index) => String(index)));
		const late = `{"ids":${ids},"last_backup_timestamp":"2025-01-10T07:15:00"}`;
		expect(await readLastBackup(write(late))).toEqual({kind: 'unknown'});
	});

	test('throws for nothing that a disk does', async () => {
		const folder = temporaryFolder();
		mkdirSync(toStatePath(folder));
		expect(await readLastBackup(folder)).toEqual({kind: 'unknown'});
		const file = path.join(write('{}'), 'x');
		writeFileSync(file, '');
		expect(await readLastBackup(file)).toEqual({kind: 'no-folder'});
		const closed = write('{"last_backup_timestamp":"2025-01-10T07:15:00"}');
		chmodSync(toStatePath(closed), 0);
		expect(['unknown', 'at']).toContain((await readLastBackup(closed)).kind); // Root reads it all the same.
	});
});
