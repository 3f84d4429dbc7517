import {readdirSync, statSync, symlinkSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, inject, test} from 'vitest';
import {commandsFor} from '../docs/keepers.js';
import {projectRoot, readProject} from '../helpers/consumer.js';
import {expectPage} from '../helpers/made-part.js';
import {hasPosix} from '../helpers/platform.js';
import {account, ann} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {openTerminal} from '../helpers/terminal.js';
import {createWorld, fitFiles, hasProgram} from './world.js';

const page = 'docs/recipes.md';

const examples = readdirSync(path.join(projectRoot, 'examples'), {
	recursive: true,
	encoding: 'utf8',
})
	.filter((name) => statSync(path.join(projectRoot, 'examples', name)).isFile())
	.map((name) => name.split(path.sep).join('/'))
	.sort();

const block = /(<!-- examples\/(\S+) -->\n```\w+\n)(.*?)(```\n)/gs;

describe(page, () => {
	test('has every example, word for word', () => {
		expectPage(page, (text) =>
			text.replaceAll(
				block,
				(_, before: string, name: string, _old: string, after: string) =>
					`${before}${readProject(`examples/${name}`)}${after}`,
			),
		);
		const named = [...readProject(page).matchAll(block)].map(([, , name]) => name);
		expect(named.sort()).toEqual(examples);
	});

	test('links to headings that are there', () => {
		const text = readProject(page);
		const slugs = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
			heading
				.toLowerCase()
				.replaceAll(/[^\p{L}\p{N} -]/gu, '')
				.replaceAll(' ', '-'),
		);
		const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, slug]) => slug);
		expect(links.length).toBeGreaterThan(5);
		expect(links.filter((slug) => !slugs.includes(slug!))).toEqual([]);
	});
});

const ofRecipes = commandsFor('test/recipes/page.test.ts', page);
const ofReadme = commandsFor('test/recipes/page.test.ts', 'README.md');
const isOfPackage = (line: string): boolean => line.startsWith('coros-tui ');
const lines = [...ofRecipes, ...ofReadme.filter(isOfPackage)];

test('the pages have lines to run', () => {
	expect(ofRecipes.length).toBeGreaterThan(12);
	expect(ofReadme.filter(isOfPackage).length).toBeGreaterThan(5);
});

const needsJq = (line: string) => line.includes('jq ');

const canRun = hasPosix('the lines of docs/recipes.md and README.md') && hasProgram('base64');

describe.runIf(canRun)('a line of the pages does what it says', () => {
	const hasJq = hasProgram('jq');
	test.for(lines.filter((line) => hasJq || !needsJq(line)))('%s', async (line) => {
		const trail = smallActivities(1, {item: {sportType: 102}});
		const activities = [...trail, ...smallActivities(5).slice(1)];
		const {shell, signIn, writeSecret, home, secrets, simulator} = await createWorld([
			account({activities}),
		]);
		// One account: the later login ends the session of the earlier one.
		const profiles = [['--profile', 'anna'], []];
		for (const profile of line.includes('--profile') ? profiles.reverse() : profiles) {
			expect(await signIn(...profile)).toMatchObject({code: 0});
		}

		const isPassword = line.includes('--password-command');
		if (isPassword) {
			simulator.accounts.revoke('ann@example.org'); // So that it is needed.
		}

		writeSecret('coros-password');
		const at = line.replaceAll('~/.config', secrets);
		simulator.requests.length = 0;
		const {code, stderr} = await shell(`set -e; ${at}`, {
			COROS_TUI_BACKUP_DIR: path.join(home, 'coros'),
		});
		const isDoctor = line.startsWith('coros-tui doctor');
		expect({
			line,
			code,
			stderr: isDoctor
				? ''
				: stderr.replaceAll(
						/^(?:\d+ activit(?:y|ies): .*|Details: .*|Wellness: .*|A new login .*|\d+ new files)\n/gm,
						'',
					),
		}).toEqual({
			line,
			code: 0,
			stderr: '',
		});
		const logins = simulator.requests.filter(({path: name}) => name === '/account/login').length;
		expect(logins).toBe(isPassword ? 1 : 0);
		if (line.includes('watchdog')) {
			expect(readdirSync(home)).toContain('watchdog.json');
		}
	});
});

// What a first-time user types, where the source was built: the answers are typed, too.
describe.runIf(canRun)('the readme’s lines for one’s own account', () => {
	test('sign in, back up and open the app, one after the other', async () => {
		const {run, home, env} = await createWorld();
		symlinkSync(inject('dist'), path.join(home, 'dist'));
		const typed = ofReadme.filter((line) => !isOfPackage(line));
		const [login, backup, app] = typed.map((line) => {
			const [program, ...words] = line.split(' ');
			expect(program).toBe('node');
			return words;
		});
		expect(typed).toHaveLength(3);

		const asked = openTerminal([], {command: [process.execPath, ...login!], cwd: home, env});
		await asked.until('COROS e-mail:');
		asked.press(`${ann.email}\r`);
		await asked.until('Password for');
		asked.press(`${ann.password}\r`);
		expect(await asked.exit).toMatchObject({code: 0});

		const {code, stderr} = await run(process.execPath, backup!);
		expect({code, stderr: stderr.replace(/^\d+ activities: .*\n/, '')}).toEqual({
			code: 0,
			stderr: '',
		});
		expect(fitFiles(path.join(home, 'coros_activities'))).toHaveLength(5);

		const terminal = openTerminal([], {command: [process.execPath, ...app!], cwd: home, env});
		await terminal.until('5 activities');
		terminal.press('q');
		expect(await terminal.exit).toMatchObject({code: 0});
	});
});

// The table of commands, its placeholders filled in as a reader would.
const table = [...readProject('README.md').matchAll(/^\| (`coros-tui.*?) \| /gm)].flatMap(
	([, cell = '']) =>
		[...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) =>
			text.startsWith('coros-tui') ? text : `coros-tui ${text}`,
		),
);

/** The two that open the app, which other tests do in a terminal. */
const isApp = (line: string): boolean => /^coros-tui(?: demo)?$|--demo/.test(line);

test('the table of commands has them all', () => {
	expect(table.filter((line) => !isApp(line)).length).toBeGreaterThan(12);
	expect(table.filter(isApp)).toHaveLength(3);
});

describe.runIf(canRun)('a command of the readme’s table does something', () => {
	test.for(table.filter((line) => !isApp(line)))('%s', async (line) => {
		const {shell, signIn, home} = await createWorld();
		const env = {
			COROS_TUI_BACKUP_DIR: path.join(home, 'coros'),
			COROS_TUI_EMAIL: ann.email,
			COROS_TUI_PASSWORD_COMMAND: 'pass show coros',
		};
		if (!line.includes('login')) {
			expect(await signIn()).toMatchObject({code: 0});
			expect(await shell('coros-tui backup --quiet', env)).toMatchObject({code: 0});
		}

		const [activity] = smallActivities(1);
		const filled = line
			.replace('<id…>', activity!.id)
			.replace('<file, folder or id…>', '"$COROS_TUI_BACKUP_DIR"');
		expect(filled).not.toMatch(/[<>…]/);
		const {code, stdout, stderr} = await shell(filled, env);
		expect({line, code, stderr: code === 0 ? '' : stderr}).toEqual({line, code: 0, stderr: ''});
		expect((stdout + stderr).length).toBeGreaterThan(0);
	});
});
