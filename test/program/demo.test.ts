import {readdirSync, readFileSync, rmSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {exportFormats} from '../../source/domain/export-format.js';
import {createDemoAccount, demoCredentials} from '../../source/simulator/demo-account.js';
import {archiveFolder} from '../helpers/backup.js';
import {readEvents, runProgram} from '../helpers/run-program.js';
import {testSimulator} from '../helpers/simulator.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

test('the demo account is backed up whole, in five formats, and stays so', {
	timeout: 600_000,
}, async () => {
	const demo = createDemoAccount();
	const simulator = await testSimulator([demo]);
	const root = temporaryFolder();
	const folder = archiveFolder({root});
	const env = {
		HOME: root,
		COROS_TUI_BASE_URL: simulator.baseUrl,
		COROS_TUI_CONFIG_DIR: path.join(root, 'config'),
		COROS_TUI_BACKUP_DIR: folder,
		COROS_TUI_EMAIL: demoCredentials.email,
		COROS_TUI_PASSWORD: demoCredentials.password,
	};
	const run = async (format: string) => {
		simulator.requests.length = 0;
		const result = await runProgram(['backup', '--json', '--format', format], {env});
		expect(result.code).toBe(0);
		const finished = readEvents(result).at(-1);
		const api = simulator.requests.filter(({host}) => host !== 'file').length;
		return {finished, api, fetched: simulator.requests.length - api};
	};

	const golden = demo.activities.flatMap((activity) =>
		exportFormats
			.filter((format) => format !== 'gpx' && activity.formats.includes(format))
			.map((format) => ({activity, format})),
	);
	const first = await run('fit,tcx,kml,csv');
	expect(first.finished).toMatchObject({saved: golden.length, failed: 0});
	const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
	const files = new Set(names.filter((name) => !name.endsWith('-metadata.json')));
	expect(files.size).toBe(golden.length);
	expect(names.length - files.size).toBe(demo.activities.length);
	for (const {activity, format} of golden.filter((_, index) => index % 20 === 0)) {
		const name = [...files].find((file) => file.endsWith(`_${activity.id}.${format}`));
		expect(readFileSync(path.join(folder, name!)).equals(activity.file(format)!)).toBe(true);
	}

	const second = await run('fit,tcx,kml,csv');
	expect(second.finished).toMatchObject({saved: 0, upToDate: golden.length, failed: 0});
	expect(second.fetched).toBe(0);
	expect(second.api).toBeLessThanOrEqual(2);

	rmSync(path.join(folder, [...files][0]!));
	expect(await run('fit,tcx,kml,csv')).toMatchObject({finished: {saved: 1}, fetched: 1});

	const withGpx = demo.activities.filter(({formats}) => formats.includes('gpx')).length;
	expect(await run('all')).toMatchObject({finished: {saved: withGpx}, fetched: withGpx});
});
