import {mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import type {ConvertEvent} from '../../source/services/convert-event.js';
import {readGpx, readTcx} from '../convert/read-back.js';
import {buildActivity, startUnix} from '../fit/build-activity.js';
import {createFitWriter} from '../fit/build-fit.js';
import {archiveFolder, runOnce} from '../helpers/backup.js';
import {hasPosix} from '../helpers/platform.js';
import {type ProgramResult, runProgram, startProgram} from '../helpers/run-program.js';
import {account, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

/** A folder of files, and the program in it. No host is named, and none is asked. */
const setUp = (files: Readonly<Record<string, Uint8Array | string>>) => {
	const root = temporaryFolder();
	for (const [name, content] of Object.entries(files)) {
		mkdirSync(path.dirname(path.join(root, name)), {recursive: true});
		writeFileSync(path.join(root, name), content);
	}

	const env = {
		HOME: root,
		COROS_TUI_CONFIG_DIR: path.join(root, 'config'),
		COROS_TUI_BASE_URL: 'http://127.0.0.1:9',
	};
	return {
		root,
		env,
		file: (name: string) => path.join(root, name),
		read: (name: string) => readFileSync(path.join(root, name), 'utf8'),
		names: (folder = '.') =>
			readdirSync(path.join(root, folder))
				.filter((name) => name !== 'config')
				.sort(),
		run: (...args: string[]) => runProgram(['convert', ...args], {env, cwd: root}),
	};
};

const events = ({stdout}: ProgramResult) =>
	stdout
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line) as ConvertEvent);

const run = buildActivity({seconds: 40, pauses: [10]});
const treadmill = buildActivity({seconds: 40, positions: false});
const torn = run.subarray(0, 700);

test('makes all formats beside the FIT file, dated by the start of the activity', async () => {
	const {run: convert, names, file, read} = setUp({'Morning run.FIT': run});
	const result = await convert('Morning run.FIT', '--to', 'gpx,tcx', '--to', 'kml', '--to=csv');
	expect(result).toMatchObject({code: 0, stderr: ''});
	expect(result.stdout).toMatch(/^4 files made \(\d+ kB\), in \d+ s\.\n$/);
	expect(names()).toEqual([
		'Morning run.FIT',
		'Morning run.gpx',
		'Morning run.kml',
		'Morning run.samples.csv',
		'Morning run.tcx',
	]);
	for (const name of names().slice(1)) expect(statSync(file(name)).mtimeMs).toBe(startUnix * 1000);
	expect(readGpx(read('Morning run.gpx'))).toHaveLength(39);
	expect(read('Morning run.gpx')).toContain('<name>Morning run</name>');
});

test('leaves what is there alone unless --overwrite says otherwise', async () => {
	const {run: convert, read} = setUp({'a.fit': run, 'a.gpx': 'mine'});
	const first = await convert('a.fit', '--to', 'gpx,tcx');
	expect(first).toMatchObject({code: 0, stderr: ''});
	expect(first.stdout).toContain('1 file made');
	expect(first.stdout).toContain('1 already there (--overwrite makes them anew)');
	expect(read('a.gpx')).toBe('mine');
	expect(await convert('a.fit', '--to', 'gpx', '--overwrite')).toMatchObject({code: 0});
	expect(readGpx(read('a.gpx'))).toHaveLength(39);
});

test('converts every FIT file of a folder, and none of its folders, into --output', async () => {
	const {run: convert, names} = setUp({
		'in/b.fit': run,
		'in/a.Fit': treadmill,
		'in/._a.fit': 'what a Mac leaves on a stick',
		'in/notes.txt': 'mine',
		'in/deep/c.fit': run,
	});
	const result = await convert('in', '--to', 'tcx', '--output', 'out/tcx', '--verbose');
	expect(result.code).toBe(0);
	expect(names('out/tcx')).toEqual(['a.tcx', 'b.tcx']);
	expect(names('in')).toHaveLength(5);
});

test('names what cannot be read, converts a torn file as far as it goes, and exits 3', async () => {
	const {
		run: convert,
		names,
		read,
	} = setUp({
		'in/good.fit': run,
		'in/torn.fit': torn,
		'in/page.fit': '<html>Sorry</html>',
		'in/empty.fit': '',
		'in/course.fit': createFitWriter()
			.message(0, [[0, 'enum', 6]])
			.finish(),
	});
	const result = await convert('in', 'gone.fit', '--to', 'tcx', '--output', 'out');
	expect(result.code).toBe(3);
	const lines = result.stderr.trimEnd().split('\n');
	expect(lines).toEqual([
		expect.stringMatching(/^failed: There is no such file, [^:]*: gone\.fit\. Name/),
		expect.stringMatching(/^failed: in.course\.fit: This FIT file holds no recorded activity/),
		expect.stringMatching(/^failed: in.empty\.fit: This is no FIT file/),
		expect.stringMatching(/^failed: in.page\.fit: This is no FIT file/),
		expect.stringMatching(/^damaged: in.torn\.fit: ends early: 700 of \d+ bytes\. .* \d+ samples/),
	]);
	expect(names('out')).toEqual(['good.tcx', 'torn.tcx']);
	const {points} = readTcx(read('out/torn.tcx'));
	expect(points.length).toBeGreaterThan(10);
	expect(points).toEqual(readTcx(read('out/good.tcx')).points.slice(0, points.length));
	expect(result.stdout).toContain('2 files made');
});

test('a torn file alone exits 3 too: what was made of it is not all there was', async () => {
	const {run: convert, names} = setUp({'a.fit': torn});
	const result = await convert('a.fit', '--to', 'gpx');
	expect(result.code).toBe(3);
	expect(result.stdout).toContain('1 file made');
	expect(result.stdout).toContain('1 FIT file damaged');
	expect(names()).toEqual(['a.fit', 'a.gpx']);
});

test('an activity without a route has no GPX: said, no failure, unless there is nothing else', async () => {
	const {run: convert, names} = setUp({'a.fit': treadmill});
	const both = await convert('a.fit', '--to', 'gpx,tcx,csv');
	expect(both.code).toBe(0);
	expect(both.stderr).toMatch(/^no gpx: a\.fit: This activity has no route\. /);
	expect(names()).toEqual(['a.fit', 'a.samples.csv', 'a.tcx']);
	const alone = await convert('a.fit', '--to', 'gpx,kml');
	expect(alone.code).toBe(3);
	expect(alone.stdout).toContain('0 files made, 2 without a route');
	expect(names()).toEqual(['a.fit', 'a.samples.csv', 'a.tcx']);
});

test('with --json writes no name that acts on a terminal', async () => {
	const name = 'a\u202Eb.fit';
	const {run: convert} = setUp({[name]: run});
	const result = await convert(name, '--to', 'gpx', '--json');
	expect(result).toMatchObject({code: 0});
	expect(result.stdout).not.toContain('\u202E');
	expect(events(result).find(({type}) => type === 'converted')).toMatchObject({source: name});
});

test('with --json prints events alone, the last one finished', async () => {
	const {run: convert, file} = setUp({
		'a.fit': run,
		'b.fit': torn,
		'c.fit': 'x',
		'd.fit': treadmill,
	});
	const result = await convert('a.fit', 'b.fit', 'c.fit', 'd.fit', '--to', 'gpx', '--json');
	expect(result).toMatchObject({code: 3, stderr: ''});
	const all = events(result);
	const wrote = all.filter(({type}) => type !== 'reading');
	expect(wrote).toEqual([
		{type: 'planned', found: 4, formats: ['gpx'], dryRun: false, version: 1},
		{
			type: 'converted',
			source: 'a.fit',
			format: 'gpx',
			file: 'a.gpx',
			bytes: statSync(file('a.gpx')).size,
		},
		expect.objectContaining({type: 'damaged', source: 'b.fit', records: expect.any(Number)}),
		expect.objectContaining({type: 'converted', source: 'b.fit'}),
		expect.objectContaining({
			type: 'failed',
			source: 'c.fit',
			error: expect.objectContaining({code: 'not-fit'}),
		}),
		expect.objectContaining({
			type: 'unavailable',
			source: 'd.fit',
			error: expect.objectContaining({code: 'no-route'}),
		}),
		expect.objectContaining({
			type: 'finished',
			found: 4,
			converted: 2,
			upToDate: 0,
			unavailable: 1,
			damaged: 1,
			failed: 1,
			cancelled: false,
		}),
	]);
});

test('--dry-run says what would be made, and writes nothing', async () => {
	const {run: convert, names} = setUp({'a.fit': run, 'b.fit': treadmill, 'b.tcx': 'mine'});
	const result = await convert('.', '--to', 'gpx,tcx', '--dry-run', '--output', 'out', '--quiet');
	expect(result).toMatchObject({code: 0, stderr: ''});
	expect(result.stdout.split('\n')).toEqual([
		path.join('out', 'a.gpx'),
		path.join('out', 'a.tcx'),
		path.join('out', 'b.tcx'),
		'',
	]);
	expect(names()).toEqual(['a.fit', 'b.fit', 'b.tcx']);
});

test('two files that would become one are told apart', async () => {
	const {run: convert, names} = setUp({'one/a.fit': run, 'two/a.fit': treadmill});
	const result = await convert('one', 'two', '--to', 'tcx', '--output', 'out', '--overwrite');
	expect(result.code).toBe(3);
	expect(result.stderr).toMatch(/^failed: two.a\.fit: Two of these files would become one/);
	expect(names('out')).toEqual(['a.tcx']);
});

test('one file named twice is one', async () => {
	const {run: convert, file} = setUp({'in/a.fit': run});
	const result = await convert('in', 'in/a.fit', file('in/a.fit'), '--to', 'gpx');
	expect(result).toMatchObject({code: 0, stderr: ''});
	expect(result.stdout).toContain('1 file made');
});

test.skipIf(process.platform === 'win32')('a file that cannot be read is named', async () => {
	const {run: convert, file} = setUp({'in/b.fit': run});
	symlinkSync(file('gone'), file('in/a.fit'));
	const result = await convert('in', '--to', 'gpx');
	expect(result.code).toBe(3);
	expect(result.stderr).toMatch(/^failed: in.a\.fit: This file could not be read: ENOENT\. Check/);
	expect(result.stdout).toContain('1 file made');
});

test('finds a saved activity by its id, and calls it what its owner does', async () => {
	const [activity] = smallActivities(1, {item: {name: 'Über den <Wörth>'}});
	const simulator = await testSimulator([account({activities: [activity!]})]);
	const setting = {simulator, root: temporaryFolder()};
	await runOnce(setting, {formats: ['fit']});
	const asked = simulator.requests.length;
	const {run: convert, names, root} = setUp({});
	const archive = ['--backup-dir', archiveFolder(setting)];
	const result = await convert(activity!.id, '--to', 'tcx', '--output', 'out', ...archive);
	expect(result).toMatchObject({code: 0, stderr: ''});
	expect(names('out')).toEqual([
		expect.stringMatching(new RegExp(`^\\d{4}-.*_${activity!.id}\\.tcx$`)),
	]);
	const tcx = readFileSync(path.join(root, 'out', names('out')[0]!), 'utf8');
	expect(readTcx(tcx).activities[0]).toMatchObject({notes: 'Über den <Wörth>'});
	const unknown = await convert('123', '--to', 'tcx', ...archive);
	expect(unknown.code).toBe(3);
	expect(unknown.stderr).toContain('saved activity: 123');
	expect(simulator.requests).toHaveLength(asked);
});

test.each([
	{args: ['a.fit'], says: 'convert needs --to'},
	{args: ['a.fit', '--to', 'fit'], says: '--to takes gpx, tcx, kml, csv and all, not fit'},
	{args: ['--to', 'gpx'], says: 'convert needs a FIT file, a folder'},
	{
		args: ['a.fit', '--to', 'gpx', '--from', '2026-01-01'],
		says: '--from is for backup and list, not for convert',
	},
])('a wrong command line exits 2: $args', async ({args, says}) => {
	const {run: convert, names} = setUp({'a.fit': run});
	const result = await convert(...args);
	expect(result).toMatchObject({code: 2, stdout: ''});
	expect(result.stderr).toContain(says);
	expect(names()).toEqual(['a.fit']);
});

test('a folder without FIT files is nothing to do', async () => {
	const {run: convert} = setUp({'in/a.txt': 'x'});
	const result = await convert('in', '--to', 'gpx');
	expect(result.code).toBe(0);
	expect(result.stderr).toBe('No FIT file there: nothing to convert.\n');
});

test.runIf(hasPosix('converting that a signal stops'))(
	'Ctrl-C ends with 130 and leaves whole files alone',
	async () => {
		const long = buildActivity({seconds: 4000});
		const files = Object.fromEntries(Array.from({length: 300}, (_, at) => [`in/${at}.fit`, long]));
		const {env, root, names} = setUp(files);
		const args = ['convert', 'in', '--to', 'all', '--output', 'out', '--json'];
		const program = startProgram(args, {env, cwd: root});
		await program.until(({stdout}) => stdout.includes('"converted"'));
		program.child.kill('SIGINT');
		const result = await program.finished;
		expect(result.code).toBe(130);
		const made = events(result).filter(({type}) => type === 'converted');
		expect(events(result).at(-1)).toMatchObject({
			type: 'finished',
			cancelled: true,
			converted: made.length,
		});
		expect(made.length).toBeLessThan(1200);
		expect(names('out')).toHaveLength(made.length);
		expect(names('out').filter((name) => name.endsWith('.part'))).toEqual([]);
	},
);
