import {spawnSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {SaxesParser} from 'saxes';
import {describe, expect, test} from 'vitest';
import {hasPosix} from '../helpers/platform.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {createWorld, example, fitFiles, hasProgram} from './world.js';

type Element = {readonly name: string; readonly children: Element[]; text: string};

/** XML as a tree; throws where it is not well formed. */
const readXml = (text: string): Element => {
	const root: Element = {name: '', children: [], text: ''};
	const open = [root];
	const parser = new SaxesParser();
	parser.on('opentag', ({name}) => {
		const element = {name, children: [], text: ''};
		open.at(-1)!.children.push(element);
		open.push(element);
	});
	parser.on('text', (part) => {
		open.at(-1)!.text += part;
	});
	parser.on('closetag', () => void open.pop());
	parser.on('error', (error) => {
		throw error;
	});
	parser.write(text).close();
	return root.children[0]!;
};

const find = (element: Element, name: string): Element[] => [
	...(element.name === name ? [element] : []),
	...element.children.flatMap((child) => find(child, name)),
];

type Plist = string | number | Plist[] | {readonly [key: string]: Plist};

/** A property list's value, of the kinds there are in ours; throws at any other. */
const toPlist = ({name, children, text}: Element): Plist => {
	switch (name) {
		case 'dict':
			return Object.fromEntries(
				children.flatMap((child, index) => {
					if (index % 2 === 1) {
						return [];
					}

					expect(child.name).toBe('key');
					return [[child.text, toPlist(children[index + 1]!)]];
				}),
			);
		case 'array':
			return children.map(toPlist);
		case 'string':
			return text;
		case 'integer':
			expect(text).toMatch(/^\d+$/);
			return Number(text);
		default:
			throw new Error(`a property list has no <${name}>`);
	}
};

/** Words as systemd and Windows' Task Scheduler split them, for the little of it that is used here. */
const toWords = (line: string): string[] =>
	[...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');

const canRun = hasPosix('the recipes of docs/recipes.md') && hasProgram('base64');
const hasXmllint = hasProgram('xmllint');
const hasSystemd = hasProgram('systemd-analyze');

describe.runIf(canRun)('examples/cron', () => {
	test('backs up what the table’s line says, in the table’s environment', async () => {
		const {shell, signIn, home, path: search} = await createWorld();
		await signIn();
		const lines = example('cron/crontab')
			.split('\n')
			.filter((line) => line !== '' && !line.startsWith('#'));
		const settings = lines.flatMap((line) => {
			const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
			return name === undefined ? [] : [[name, value!.replace('/home/ann', home)] as const];
		});
		const jobs = lines.flatMap((line) => /^(?:[\d*/,-]+ ){5}(.+)$/.exec(line)?.[1] ?? []);
		expect(settings.length + jobs.length).toBe(lines.length);
		expect(jobs).toHaveLength(1);
		expect(jobs[0]).not.toContain('%'); // A line's end, for cron.
		const result = await shell(jobs[0]!, {...Object.fromEntries(settings), PATH: search});
		expect(result).toEqual({code: 0, stdout: '', stderr: ''});
		expect(fitFiles(path.join(home, 'coros'))).toHaveLength(5);
	});
});

describe('examples/systemd', () => {
	const unit = example('systemd/coros-backup.service');
	const settings = [...unit.matchAll(/^(\w+)=(.*)$/gm)].map(
		([, key, value]) => [key!, value!] as const,
	);
	const all = (key: string) => settings.filter(([name]) => name === key).map(([, value]) => value);

	test.runIf(hasSystemd)('are units that systemd has nothing to say about', () => {
		const folder = temporaryFolder();
		// It looks whether the program is there.
		const program = path.join(folder, 'coros-tui');
		writeFileSync(program, '#!/bin/sh\n', {mode: 0o755});
		const files = ['coros-backup.service', 'coros-backup.timer'].map((name) => {
			const file = path.join(folder, name);
			writeFileSync(
				file,
				example(`systemd/${name}`).replaceAll('/usr/local/bin/coros-tui', program),
			);
			return file;
		});
		const {status, stderr} = spawnSync('systemd-analyze', ['verify', '--man=no', ...files], {
			encoding: 'utf8',
		});
		// Of other units of this machine it may complain; of these it must not.
		const own = stderr.split('\n').filter((line) => /coros|Failed/.test(line));
		expect(own).toEqual([]);
		expect(status === 0 || !stderr.includes('coros')).toBe(true);
		const calendar = /^OnCalendar=(.+)$/m.exec(example('systemd/coros-backup.timer'))?.[1] ?? '';
		expect(spawnSync('systemd-analyze', ['calendar', calendar]).status).toBe(0);
	});

	test.runIf(canRun)(
		'sign in with a credential of systemd, and keep all in its folder',
		async () => {
			const {run, writeSecret, secrets, home} = await createWorld();
			const expand = (text: string) => text.replaceAll('%S', home).replaceAll('$$', '$');
			const environment = all('Environment').map(
				(value) => expand(value).split('=') as [string, string],
			);
			const [credential] = all('LoadCredential');
			const [name, file] = credential!.split(':');
			expect(file).toMatch(/^\//);
			writeSecret(name!);
			const [program, ...words] = toWords(all('ExecStart')[0]!).map(expand);
			expect(path.basename(program!)).toBe('coros-tui');
			expect(all('StateDirectory')).toEqual(['coros-tui']);
			mkdirSync(path.join(home, 'coros-tui'));
			const result = await run('coros-tui', words, {
				...Object.fromEntries(environment),
				CREDENTIALS_DIRECTORY: secrets,
			});
			expect(result).toEqual({code: 0, stdout: '', stderr: ''});
			expect(fitFiles(path.join(home, 'coros-tui', 'activities'))).toHaveLength(5);
			expect(all('SuccessExitStatus')).toEqual(['3']);
		},
	);
});

describe('examples/launchd', () => {
	const text = example('launchd/coros-tui.backup.plist');
	const plist = toPlist(readXml(text).children[0]!) as Record<string, Plist>;

	test.runIf(hasXmllint)('is well formed', () => {
		const {status, stderr} = spawnSync('xmllint', ['--nonet', '--noout', '-'], {
			input: text,
			encoding: 'utf8',
		});
		expect({status, stderr}).toEqual({status: 0, stderr: ''});
	});

	test('has the keys that launchd asks for, of their types', () => {
		expect(plist).toMatchObject({
			Label: 'coros-tui.backup',
			EnvironmentVariables: {PATH: expect.stringContaining('/usr/local/bin')},
			StartCalendarInterval: {Hour: expect.any(Number), Minute: expect.any(Number)},
			StandardErrorPath: expect.stringMatching(/^\//),
		});
		expect(text).toContain(`LaunchAgents/${String(plist.Label)}.plist`);
	});

	test.runIf(canRun)('backs up with the keychain’s password', async () => {
		const {run, home, path: search} = await createWorld();
		const [program, ...words] = plist.ProgramArguments as string[];
		const variables = Object.entries(plist.EnvironmentVariables as Record<string, string>).map(
			([name, value]) => [name, name === 'PATH' ? search : value.replace('/Users/ann', home)],
		);
		const result = await run(program!, words, Object.fromEntries(variables));
		expect(result).toEqual({code: 0, stdout: '', stderr: ''});
		expect(fitFiles(path.join(home, 'coros'))).toHaveLength(5);
	});
});

describe('examples/windows', () => {
	const text = example('windows/coros-backup.xml');
	const task = readXml(text);

	test('is a task in the order the Task Scheduler asks for', () => {
		expect(task.name).toBe('Task');
		expect(text).toContain('xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task"');
		const order = ['RegistrationInfo', 'Triggers', 'Principals', 'Settings', 'Actions'];
		const names = task.children.map(({name}) => name);
		expect(names).toEqual(order.filter((name) => names.includes(name)));
		expect(find(task, 'Exec')).toHaveLength(1);
	});

	test.runIf(hasXmllint)('is well formed', () => {
		const {status} = spawnSync('xmllint', ['--nonet', '--noout', '-'], {input: text});
		expect(status).toBe(0);
	});

	test.runIf(canRun)('backs up with the kept session', async () => {
		const {run, signIn, home} = await createWorld();
		await signIn();
		expect(find(task, 'Command')[0]!.text).toBe('cmd.exe');
		const [first, second, program, ...words] = toWords(find(task, 'Arguments')[0]!.text);
		expect([first, second, program]).toEqual(['/d', '/c', 'coros-tui']);
		const here = words.map((word) => word.replace('%USERPROFILE%', home).replaceAll('\\', '/'));
		expect(await run('coros-tui', here)).toEqual({code: 0, stdout: '', stderr: ''});
		expect(fitFiles(path.join(home, 'coros'))).toHaveLength(5);
	});
});

describe.runIf(canRun)('examples/container', () => {
	test('backs up with a mounted secret into its volumes', async () => {
		const {run, writeSecret, secrets, home} = await createWorld();
		const lines = example('container/Containerfile').trim().split('\n');
		const all = (word: string) =>
			lines
				.filter((line) => line.startsWith(`${word} `))
				.map((line) => line.slice(word.length + 1));
		expect(lines[0]).toMatch(/^FROM \S+:\d+/);
		expect(all('USER')).toEqual(['node']);
		const volumes = JSON.parse(all('VOLUME')[0]!) as string[];
		const environment = all('ENV').map((line) => line.split('='));
		expect(environment.map(([, folder]) => folder)).toEqual(volumes);
		writeSecret('coros');
		const words = [...JSON.parse(all('ENTRYPOINT')[0]!), ...JSON.parse(all('CMD')[0]!)] as string[];
		const [program, ...rest] = words.map((word) => word.replace('/run/secrets', secrets));
		const result = await run(program!, rest, {
			...Object.fromEntries(environment.map(([name, folder]) => [name, `${home}${folder}`])),
			COROS_TUI_EMAIL: 'ann@example.org',
		});
		expect(result).toEqual({code: 0, stdout: '', stderr: ''});
		expect(fitFiles(path.join(home, 'activities'))).toHaveLength(5);
	});
});
