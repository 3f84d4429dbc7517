import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {layOutHelp} from '../../source/commands/command-line/lay-out-help.js';
import {hasPosix} from '../helpers/platform.js';
import {runProgram} from '../helpers/run-program.js';
import {openTerminal} from '../helpers/terminal.js';

/** What each command says of itself and takes beside the common flags. */
const commands = {
	backup: {
		about: 'Fetch everything that is missing',
		flags: [
			'from',
			'to',
			'sport',
			'search',
			'limit',
			'full',
			'dry-run',
			'details',
			'wellness',
			'convert',
			'name-template',
		],
		codes: [0, 1, 2, 3, 4, 5, 6, 7, 130],
	},
	export: {
		about: 'Fetch just these activities',
		flags: ['dry-run', 'details', 'convert', 'name-template'],
		codes: [],
	},
	list: {
		about: 'Print the activities',
		flags: ['from', 'to', 'sport', 'search', 'limit', 'full'],
		codes: [],
	},
	verify: {
		about: 'Check every file of the backup',
		flags: ['repair'],
		codes: [0, 1, 2, 3, 4, 5, 6, 7, 130],
	},
	adopt: {
		about: 'Take over the files of another program for COROS, offline',
		flags: ['dry-run'],
		codes: [0, 1, 2, 6, 130],
	},
	relayout: {
		about: 'Give the files of the backup other names, by renaming alone',
		flags: ['name-template', 'dry-run'],
		codes: [0, 1, 2, 3, 6, 130],
	},
	doctor: {
		about: 'Look at everything a backup needs, and say what to do',
		flags: [],
		codes: [0, 1, 2, 5, 4, 6, 7],
	},
	convert: {
		about: 'Make GPX, TCX, KML or CSV of FIT files, offline',
		flags: ['to', 'output', 'overwrite', 'dry-run'],
		codes: [0, 2, 3, 130],
	},
	login: {about: 'Sign in and keep the session', flags: ['keychain'], codes: []},
	logout: {about: 'Forget the session', flags: [], codes: []},
	whoami: {about: 'Say who is signed in', flags: [], codes: []},
	profiles: {about: 'List the named accounts', flags: [], codes: []},
	demo: {about: 'Open the app on made-up data, without an account', flags: [], codes: []},
	completion: {about: 'Print what makes bash, zsh or fish complete', flags: [], codes: []},
} as const;

const common = [
	'backup-dir',
	'format',
	'profile',
	'email',
	'password',
	'password-stdin',
	'password-command',
	'notify-command',
	'token',
	'code',
	'region',
	'base-url',
	'concurrency',
	'config-dir',
	'demo',
	'json',
	'quiet',
	'verbose',
	'no-color',
	'version',
	'help',
];

const flagsOf = (help: string): string[] =>
	[...help.matchAll(/^ {2,6}(?:-h, )?--([\w-]+)/gm)].map(([, flag]) => flag!);

const codesOf = (help: string): number[] =>
	[...(help.split('Exit codes')[1] ?? '').matchAll(/^ {2}(\d+) /gm)].map(([, code]) =>
		Number(code),
	);

test('--help names every command with what it does', async () => {
	const {stdout, code} = await runProgram(['--help']);
	expect(code).toBe(0);
	const listed = [...stdout.matchAll(/^ {2}coros-tui (\w+)/gm)].map(([, name]) => name);
	expect(listed).toEqual(Object.keys(commands));
	for (const {about} of Object.values(commands)) {
		expect(stdout.replaceAll(/\s+/g, ' ')).toContain(about);
	}
});

test.each(Object.entries(commands))(
	'%s --help names its flags and exit codes',
	async (name, row) => {
		const {stdout, code} = await runProgram([name, '--help']);
		expect(code).toBe(0);
		expect(flagsOf(stdout).sort()).toEqual([...common, ...row.flags].sort());
		expect(codesOf(stdout)).toEqual(row.codes);
		expect(stdout.replaceAll(/\s+/g, ' ')).toContain(row.about);
		expect(stdout.split('\n').every((line) => line.length <= 100)).toBe(true);
	},
);

test.each(['', ...Object.keys(commands)])(
	'%s --help is the same wherever it stands, and as it is laid out anew',
	async (name) => {
		const words = name === '' ? [] : [name];
		const page = {code: 0, stderr: '', stdout: await layOutHelp(name, 80)};
		expect(page.stdout).toContain('--backup-dir');
		expect(await runProgram([...words, '--help'])).toMatchObject(page);
		expect(await runProgram([...words, '--quiet', '-h'])).toMatchObject(page);
		expect(await runProgram(['--help', ...words, '--no-such-flag'])).toMatchObject(page);
	},
);

test('the version is printed wherever it is asked for', async () => {
	const {version} = JSON.parse(readFileSync('package.json', 'utf8')) as {version: string};
	for (const words of [['--version'], ['backup', '--version'], ['--quiet', '--version', 'list']]) {
		expect(await runProgram(words)).toMatchObject({code: 0, stdout: `${version}\n`, stderr: ''});
	}
});

test('what follows two dashes is no flag', async () => {
	const {code, stderr} = await runProgram(['export', '--', '--help']);
	expect(code).toBe(2);
	expect(stderr).toContain('not --help');
});

test.runIf(hasPosix('help as a terminal shows it'))('help is as wide as the terminal', async () => {
	for (const columns of [60, 80, 90, 100, 160]) {
		const terminal = openTerminal(['backup', '--help'], {columns, rows: 99});
		await terminal.exit;
		const longest = Math.max(
			...terminal
				.screen()
				.split('\n')
				.map((line) => line.length),
		);
		expect(longest).toBeLessThanOrEqual(Math.min(columns, 100));
		expect(longest).toBeGreaterThan(Math.min(columns, 100) - 8);
	}
});

test('the readme lists the same commands', () => {
	const table = readFileSync('README.md', 'utf8');
	for (const name of ['backup', 'export', 'list', 'verify', 'login', 'logout', 'whoami', 'demo']) {
		expect(table).toMatch(new RegExp(`^\\| .*(coros-tui |\`)${name}`, 'm'));
	}
});
