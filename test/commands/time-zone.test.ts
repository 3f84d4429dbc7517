import {statSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {archiveFolder, goldenFiles, readArchiveFiles} from '../helpers/backup.js';
import {readEvents, runProgram} from '../helpers/run-program.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {smallActivity} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

// Around midnight, around the turns of summer time in Europe and America, and far east and west.
const moments: ReadonlyArray<readonly [start: string, quarters: number]> = [
	['2026-03-29T00:59:30Z', 4],
	['2026-03-29T01:00:30Z', 8],
	['2025-10-26T00:30:00Z', 8],
	['2025-11-02T05:59:59Z', -16],
	['2025-12-31T10:00:30Z', 56],
	['2025-06-30T23:59:59Z', 0],
	['2025-01-01T09:30:00Z', -38],
];

test('a machine that travels, or turns its clock for summer, renames and fetches nothing', async () => {
	const activities = moments
		.map(([start, quarters], index) => {
			const seconds = Date.parse(start) / 1000;
			const local = new Date((seconds + quarters * 900) * 1000).toISOString().slice(0, 10);
			const date = Number(local.replaceAll('-', ''));
			return smallActivity(index, {start: seconds, item: {startTimezone: quarters, date}});
		})
		.sort((a, b) => Number(b.item.startTime) - Number(a.item.startTime));
	const one = account({activities});
	const setting = {simulator: await testSimulator([one]), root: temporaryFolder()};
	const run = (TZ: string) =>
		runProgram(['backup', '--json', '--full', '--format', 'fit,gpx'], {
			env: {
				TZ,
				HOME: setting.root,
				COROS_TUI_BASE_URL: setting.simulator.baseUrl,
				COROS_TUI_CONFIG_DIR: path.join(setting.root, 'config'),
				COROS_TUI_BACKUP_DIR: archiveFolder(setting),
				COROS_TUI_EMAIL: ann.email,
				COROS_TUI_PASSWORD: ann.password,
			},
		});
	const times = () =>
		[...readArchiveFiles(setting).keys()].map((name) => {
			const {ino, mtimeMs} = statSync(path.join(archiveFolder(setting), name));
			return {name, ino, mtimeMs};
		});
	const first = await run('Pacific/Kiritimati');
	expect(readEvents(first).at(-1)).toMatchObject({saved: 14, failed: 0});
	expect(readArchiveFiles(setting)).toEqual(goldenFiles(one, ['fit', 'gpx']));
	const before = times();
	for (const zone of ['America/Adak', 'UTC', 'Europe/Berlin', 'Australia/Lord_Howe']) {
		const last = readEvents(await run(zone)).at(-1);
		expect(last, zone).toMatchObject({saved: 0, upToDate: 14, failed: 0});
		expect(times(), zone).toEqual(before);
	}
});
