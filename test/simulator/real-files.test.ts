import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {readFolderActivities} from '../../source/simulator/folder-activities.js';
import {archiveFolder, readArchiveFiles} from '../helpers/backup.js';
import {runProgram} from '../helpers/run-program.js';
import {describeWithShared, sharedFile} from '../helpers/shared.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

describeWithShared('real COROS files', () => {
	test('go through the whole program byte for byte', async () => {
		const folder = sharedFile('samples/mit');
		const real = readdirSync(folder)
			.filter((name) => name.endsWith('.fit'))
			.map((name) => readFileSync(path.join(folder, name)));
		expect(real).toHaveLength(2);
		const simulator = await testSimulator([account({activities: readFolderActivities(folder)})]);
		const root = temporaryFolder();
		const result = await runProgram(['backup', '--format', 'all'], {
			env: {
				HOME: root,
				COROS_TUI_BASE_URL: simulator.baseUrl,
				COROS_TUI_CONFIG_DIR: path.join(root, 'config'),
				COROS_TUI_BACKUP_DIR: archiveFolder({root}),
				COROS_TUI_EMAIL: ann.email,
				COROS_TUI_PASSWORD: ann.password,
			},
		});
		expect(result.code).toBe(0);
		expect(result.stdout).toContain('2 files saved');
		expect(result.stdout).toContain('8 not available');
		const saved = readArchiveFiles({root});
		const byStart = new Map([...saved].map(([name, bytes]) => [name.slice(0, 10), bytes]));
		const days = ['2021-05-07', '2022-04-16'];
		expect([...byStart.values()].map((bytes) => bytes.length).sort()).toEqual(
			real.map((bytes) => bytes.length).sort(),
		);
		for (const bytes of real) {
			expect([...byStart.values()].some((one) => one.equals(bytes))).toBe(true);
		}

		expect([...byStart.keys()].some((day) => day === days[0])).toBe(true);
	});
});
