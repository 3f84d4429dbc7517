import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {archiveFolder, readArchiveFiles, runOnce} from '../helpers/backup.js';
import {runProgram} from '../helpers/run-program.js';
import {account, testSimulator} from '../helpers/simulator.js';
import {smallActivities, smallActivity} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const setUp = async () => {
	const simulator = await testSimulator([account({activities: smallActivities(3)})]);
	const root = temporaryFolder();
	await runOnce({simulator, root});
	await simulator.close(); // From here on there is no network.
	const names = [...readArchiveFiles({root}).keys()].sort();
	const file = (name: string) => path.join(archiveFolder({root}), name);
	const run = (...flags: string[]) =>
		runProgram(['verify', ...flags, '--backup-dir', archiveFolder({root})], {
			env: {HOME: root, COROS_TUI_CONFIG_DIR: path.join(root, 'config')},
		});
	const verify = async () => {
		const result = await run('--json');
		const events = result.stdout
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line) as Record<string, unknown>);
		return {code: result.code, problems: events.filter(({type}) => type === 'problem'), events};
	};
	return {names, file, run, verify};
};

test('a whole archive is all good, exit 0', async () => {
	const {verify} = await setUp();
	const {code, events} = await verify();
	expect(code).toBe(0);
	expect(events.at(-1)).toMatchObject({type: 'verified', checked: 18, problems: 0});
});

test('every kind of damage is found and named, exit 7', async () => {
	const {names, file, verify} = await setUp();
	const bytesOf = (name: string) => readFileSync(file(name));
	const [csv, fit, gpx, kml, tcx] = names as [string, string, string, string, string];
	const flipped = bytesOf(fit);
	flipped.writeUInt8(flipped.readUInt8(40) ^ 1, 40);
	writeFileSync(file(fit), flipped);
	writeFileSync(file(gpx), bytesOf(gpx).subarray(0, 50));
	writeFileSync(file(kml), bytesOf(names[8]!)); // A good file of another activity.
	rmSync(file(tcx));
	writeFileSync(file(csv), `${bytesOf(csv)}x`);
	const stranger = smallActivity(77);
	const unknown = `2020-01-01_${stranger.id}.fit`;
	writeFileSync(file(unknown), stranger.file('fit')!);
	writeFileSync(file('notes.txt'), 'mine');
	const {code, problems} = await verify();
	expect(code).toBe(7);
	expect(Object.fromEntries(problems.map((problem) => [problem.file, problem.kind]))).toEqual({
		[fit]: 'damaged',
		[gpx]: 'damaged',
		[kml]: 'changed',
		[tcx]: 'gone',
		[csv]: 'changed',
		[unknown]: 'unrecorded',
	});
});

test('says what comes next: a backup where files only want recording, a repair otherwise', async () => {
	const {names, file, run} = await setUp();
	rmSync(file('.corosexport_state.json'));
	const unrecorded = await run();
	expect(unrecorded.code).toBe(7);
	expect(unrecorded.stderr).toContain('Run coros-tui backup: it records what is whole');
	expect(unrecorded.stderr).not.toContain('--repair');
	writeFileSync(file('.corosexport_state.json'), '{');
	const broken = await run();
	expect(broken.code).toBe(7);
	expect(broken.stderr).toContain('state: .corosexport_state.json: ');
	expect(broken.stderr).toContain('Run coros-tui backup: it records what is whole');
	expect(broken.stderr).not.toContain('--repair');
	writeFileSync(file(names[1]!), 'damaged');
	expect((await run()).stderr).toContain('Run coros-tui verify --repair');
});

test('calls no folder good that holds no backup', async () => {
	const folder = temporaryFolder();
	const verify = () => runProgram(['verify', '--backup-dir', folder], {env: {HOME: folder}});
	const empty = await verify();
	expect(empty).toMatchObject({code: 0, stderr: ''});
	expect(empty.stdout).toBe(`Nothing to check: this folder holds no backup. Folder: ${folder}\n`);
	writeFileSync(path.join(folder, 'notes.txt'), 'mine');
	expect((await verify()).stdout).toContain('holds no backup, only 1 unknown file. Folder');
});
