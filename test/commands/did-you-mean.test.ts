import {mkdirSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';
import {commandLine} from '../../source/commands/completion/command-line.js';
import {nearest} from '../../source/commands/nearest.js';
import {fc} from '../helpers/fast-check.js';
import {runProgram} from '../helpers/run-program.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

type Row = {
	readonly args: string;
	readonly env?: NodeJS.ProcessEnv;
	/** What is wrong. */
	readonly says: string;
	/** What was probably meant; undefined where nothing is near. */
	readonly meant?: string;
	/** Where to read on. */
	readonly help?: string;
};

const rows: readonly Row[] = [
	{args: 'bakcup', says: 'there is no command bakcup', meant: 'backup'},
	{args: 'bakcup --dry-run', says: 'there is no command bakcup', meant: 'backup'},
	{args: 'lsit', says: 'there is no command lsit', meant: 'list'},
	{args: 'conv', says: 'there is no command conv', meant: 'convert'},
	{args: 'xyzzy', says: 'there is no command xyzzy'},
	{args: '--fromat fit', says: 'the app has no flag --fromat', meant: '--format'},
	{
		args: 'backup --fromat fit',
		says: 'backup has no flag --fromat',
		meant: '--format',
		help: 'backup',
	},
	{
		args: 'backup --dryrun',
		says: 'backup has no flag --dryrun',
		meant: '--dry-run',
		help: 'backup',
	},
	{
		args: 'list --back-up-dir x',
		says: 'list has no flag --back-up-dir',
		meant: '--backup-dir',
		help: 'list',
	},
	{args: 'backup -x', says: 'backup has no flag -x', help: 'backup'},
	{args: 'backup foo', says: 'backup can do nothing with “foo”', help: 'backup'},
	{
		args: 'verify --sport run',
		says: '--sport is for backup and list, not for verify',
		help: 'verify',
	},
	{args: '--wellness', says: '--wellness is for backup, not for the app'},
	{
		args: 'backup --format fti',
		says: '--format takes fit, tcx, gpx, kml, csv and all, not fti',
		meant: 'fit',
		help: 'backup',
	},
	{args: 'backup --format fit,zip', says: 'and all, not zip', help: 'backup'},
	{
		args: 'convert a.fit --to gxp',
		says: '--to takes gpx, tcx, kml, csv and all, not gxp',
		meant: 'gpx',
		help: 'convert',
	},
	{args: 'list --sport runing', says: 'not runing', meant: 'run', help: 'list'},
	{args: 'list --sport cycling', says: 'not cycling', meant: 'ride', help: 'list'},
	{args: 'backup --sport trail', says: 'not trail', meant: 'trail-run', help: 'backup'},
	{args: 'backup --sport Laufen', says: 'not Laufen', help: 'backup'},
	{
		args: 'backup --region ue',
		says: '--region takes auto, us, eu, cn, sg, not ue',
		meant: 'eu',
		help: 'backup',
	},
	{
		args: 'backup --convert mising',
		says: '--convert takes missing or none, not mising',
		meant: 'missing',
		help: 'backup',
	},
	{args: 'relayout --name-template byyear', says: 'not byyear', meant: 'by-year', help: 'relayout'},
	{
		args: 'completion bsh',
		says: 'completion takes bash, zsh or fish, not bsh',
		meant: 'bash',
		help: 'completion',
	},
	{args: 'export', says: 'export needs the id of an activity', help: 'export'},
	{
		args: 'convert --to gpx',
		says: 'convert needs a FIT file, a folder, or the id',
		help: 'convert',
	},
	{args: 'backup --limit', says: '--limit needs a value', help: 'backup'},
	{args: 'backup --from --to 2026-05-01', says: '--from needs a value', help: 'backup'},
	{args: 'backup --backup-dir --json', says: '--backup-dir needs a value', help: 'backup'},
	{args: 'backup --dry-run=yes', says: '--dry-run takes no value, not yes', help: 'backup'},
	{
		args: 'backup',
		env: {COROS_TUI_FROMAT: 'fit'},
		says: 'the environment variable COROS_TUI_FROMAT is no setting of coros-tui',
		meant: 'COROS_TUI_FORMAT',
		help: 'backup',
	},
	{
		args: 'list',
		env: {COROS_TUI_BAKCUP_DIR: 'x'},
		says: 'the environment variable COROS_TUI_BAKCUP_DIR is no setting of coros-tui',
		meant: 'COROS_TUI_BACKUP_DIR',
		help: 'list',
	},
	{
		args: 'backup',
		env: {COROS_TUI_FORMAT: 'fti'},
		says: 'COROS_TUI_FORMAT takes fit, tcx, gpx, kml, csv and all, not fti',
		meant: 'fit',
		help: 'backup',
	},
	{
		args: 'backup',
		env: {COROS_TUI_DRY_RUN: 'maybe'},
		says: 'COROS_TUI_DRY_RUN takes 1 or 0, not maybe',
		help: 'backup',
	},
	{args: 'download', says: 'there is no command download', meant: 'backup'},
	{args: 'sync --full', says: 'there is no command sync', meant: 'backup'},
	{args: 'ls', says: 'there is no command ls', meant: 'list'},
	{args: 'version', says: 'there is no command version', meant: '--version'},
	{args: '-v', says: 'the app has no flag -v', meant: '--version'},
	{args: '-V', says: 'the app has no flag -V', meant: '--version'},
	{args: '', says: 'there is no command “”'},
	{args: 'list --since 2024', says: 'list has no flag --since', meant: '--from', help: 'list'},
	{
		args: 'backup -o /mnt/x',
		says: 'backup has no flag -o',
		meant: '--backup-dir',
		help: 'backup',
	},
	{
		args: 'backup ~/x',
		says: 'backup can do nothing with “~/x”',
		meant: '--backup-dir ~/x',
		help: 'backup',
	},
	{args: 'list 2026-05-01', says: '“2026-05-01”', meant: '--from 2026-05-01', help: 'list'},
	{args: 'backup gpx', says: '“gpx”', meant: '--format gpx', help: 'backup'},
	{
		args: 'backup 476018273645546497',
		says: '“476018273645546497”',
		meant: 'coros-tui export 476018273645546497',
		help: 'backup',
	},
	{args: 'backup ', says: 'backup can do nothing with “”', help: 'backup'},
	{
		args: 'backup --from 2026-05-01 --to 2026-04-30',
		says: '--to 2026-04-30 is before --from 2026-05-01',
		help: 'backup',
	},
];

test.each(rows)('$args $env: $says', async ({args, env = {}, says, meant, help}) => {
	const result = await runProgram(args.split(' '), {env: {HOME: temporaryFolder(), ...env}});
	expect(result).toMatchObject({code: 2, stdout: ''});
	const see = `See coros-tui ${help === undefined ? '' : `${help} `}--help.`;
	const [what = '', hint, ...rest] = result.stderr.split('\n');
	expect(what).toMatch(/^That command line does not fit: .+\.$/);
	expect(what).toContain(`${says}`);
	expect(hint).toBe(meant === undefined ? see : `Did you mean ${meant}? ${see}`);
	expect(rest).toEqual(['']);
});

test.each(['run', 'Trail Run', '102', 'sport-4711', 'Sport 4711', 'RIDE'])(
	'%s is a sport: the fault is another one',
	async (sport) => {
		const args = ['list', '--sport', sport, '--limit', 'x'];
		const {stderr} = await runProgram(args, {env: {HOME: temporaryFolder()}});
		expect(stderr).toContain('--limit takes a whole number');
	},
);

const names = (() => {
	const {commands, flags} = commandLine;
	return {commands: commands.map(({name}) => name), flags: flags.map(({name}) => name)};
})();

test.each(['commands', 'flags'] as const)('finds %s with two letters exchanged', (kind) => {
	fc.assert(
		fc.property(fc.constantFrom(...names[kind]), fc.nat(), (name, place) => {
			const at = place % (name.length - 1);
			const typed = name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2);
			expect(nearest(typed, names[kind])).toBe(name);
		}),
	);
});

test('finds what is written right, and nothing in what is far from all', () => {
	for (const name of names.commands) {
		expect(nearest(name.toUpperCase(), names.commands)).toBe(name);
	}

	for (const word of ['', 'q', 'weather', '--', 'constructor', '🏃']) {
		expect(nearest(word, names.commands)).toBeUndefined();
	}

	expect(nearest('backup', [])).toBeUndefined();
});

/** The files of the program that a run loads. */
const loaded = async (args: readonly string[]): Promise<string> => {
	const folder = path.join(temporaryFolder(), 'coverage');
	mkdirSync(folder);
	await runProgram(args, {env: {HOME: temporaryFolder(), NODE_V8_COVERAGE: folder}});
	const report = readFileSync(path.join(folder, readdirSync(folder)[0]!), 'utf8');
	const {result} = JSON.parse(report) as {result: ReadonlyArray<{url: string}>};
	const files = result.map(({url}) => url).filter((url) => url.startsWith('file:'));
	return files.map((url) => readFileSync(fileURLToPath(url), 'utf8')).join('\n');
};

test.each(['help backup', 'help', 'help list'])('%s is help', async (words) => {
	const [, ...rest] = words.split(' ');
	const env = {HOME: temporaryFolder()};
	const asked = await runProgram(words.split(' '), {env});
	expect(asked).toEqual(await runProgram([...rest, '--help'], {env}));
	expect(asked).toMatchObject({code: 0, stderr: ''});
});

test('compares words only where one is wrong', async () => {
	const compares = async (...args: string[]) => (await loaded(args)).includes('Did you mean');
	expect(await compares('bakcup')).toBe(true);
	expect(await compares('--help')).toBe(false);
	expect(await compares('--version')).toBe(false);
	expect(await compares('list', '--limit', '1')).toBe(false);
});

test('a variable for other commands is no fault, one for none is', async () => {
	const env = {COROS_TUI_DETAILS: '1', COROS_TUI_NAME_TEMPLATE: 'by-year', COROS_TUI_SPORT: 'run'};
	const args = ['verify', '--backup-dir', temporaryFolder()];
	const {stdout, stderr, code} = await runProgram(args, {env});
	expect({code, stderr}).toEqual({code: 0, stderr: ''});
	expect(stdout).toContain('Nothing to check');
	const mistyped = await runProgram(args, {env: {...env, COROS_TUI_SPROT: 'run'}});
	expect(mistyped.code).toBe(2);
	expect(mistyped.stderr).toContain('COROS_TUI_SPROT is no setting');
	// A flag is typed for this very command.
	const given = await runProgram([...args, '--sport', 'ride'], {env});
	expect(given.code).toBe(2);
	expect(given.stderr).toContain('--sport is for backup and list, not for verify');
});
