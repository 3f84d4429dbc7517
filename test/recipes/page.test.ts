import {readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {projectRoot, readProject} from '../helpers/consumer.js';
import {expectPage} from '../helpers/made-part.js';
import {hasPosix} from '../helpers/platform.js';
import {createWorld, hasProgram} from './world.js';

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

// What the examples hold is run with them.
const lines = [
	...readProject(page)
		.replaceAll(block, '')
		.matchAll(/^```sh\n(.*?)^```$/gms),
]
	.flatMap(([, code = '']) => code.split('\n'))
	.filter((line) => line.startsWith('coros-tui '));

test('the page has lines to run', () => {
	expect(lines.length).toBeGreaterThan(12);
});

const needsJq = (line: string) => line.includes('jq ');

const canRun = hasPosix('the lines of docs/recipes.md') && hasProgram('base64');

describe.runIf(canRun)('a line of the page does what it says', () => {
	const hasJq = hasProgram('jq');
	test.for(lines.filter((line) => hasJq || !needsJq(line)))('%s', async (line) => {
		const {shell, signIn, writeSecret, home, secrets, simulator} = await createWorld();
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
						/^(?:\d+ activities: .*|Details: .*|Wellness: .*|A new login .*|\d+ new files)\n/gm,
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
