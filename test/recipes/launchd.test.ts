import {spawnSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {commandsFor} from '../docs/keepers.js';
import {canTry, untilBackedUp} from './for-real.js';
import {createWorld, example} from './world.js';

const user = `${process.getuid?.()}`;

/** Where somebody is logged in at the screen; else what every user has. */
const domain = () =>
	spawnSync('launchctl', ['print', `gui/${user}`]).status === 0 ? 'gui' : 'user';

const isHere = canTry('launchd', 'darwin', () =>
	spawnSync('launchctl', ['print', `user/${user}`]).status === 0 ? undefined : 'no launchd answers',
);

const commands = commandsFor('test/recipes/launchd.test.ts', 'docs/recipes.md');

test.runIf(isHere)('launchd backs up', {timeout: 150_000}, async () => {
	const {shell, home, install, simulator, bin} = await createWorld();
	// Not the name of one that somebody may have in use.
	const label = `coros-tui.backup.test-${process.pid}`;
	const target = `${domain()}/${user}/${label}`;
	const settings = {
		COROS_TUI_BASE_URL: simulator.baseUrl,
		COROS_TUI_CONFIG_DIR: path.join(home, 'config'),
	};
	const keys = Object.entries(settings).map(
		([name, value]) => `<key>${name}</key><string>${value}</string>`,
	);
	const plist = example('launchd/coros-tui.backup.plist')
		.replaceAll('coros-tui.backup', label)
		.replaceAll('/Users/ann', home)
		// `security`, which knows the password, is in `bin`.
		.replace('/opt/homebrew/bin', `${install()}:${bin}`)
		.replace(/(<key>EnvironmentVariables<\/key>\s*<dict>)/, `$1${keys.join('')}`);
	for (const folder of ['LaunchAgents', 'Logs']) {
		mkdirSync(path.join(home, 'Library', folder), {recursive: true});
	}

	const file = path.join(home, `Library/LaunchAgents/${label}.plist`);
	writeFileSync(file, plist);
	const lint = spawnSync('plutil', ['-lint', file], {encoding: 'utf8'});
	expect({status: lint.status, said: lint.stdout}).toMatchObject({status: 0});

	onTestFinished(() => void spawnSync('launchctl', ['bootout', target]));
	expect(commands).toHaveLength(2);
	for (const command of commands) {
		const here = command.replaceAll('coros-tui.backup', label).replaceAll('gui/', `${domain()}/`);
		const {code, stderr} = await shell(here);
		expect(code, `${here}\n${stderr}`).toBe(0);
	}

	try {
		await untilBackedUp(path.join(home, 'coros'));
	} catch (error) {
		const {stdout} = spawnSync('launchctl', ['print', target], {encoding: 'utf8'});
		throw new Error(`launchd did not back up:\n${stdout}`, {cause: error});
	}

	expect(readFileSync(path.join(home, 'Library/Logs/coros-tui.log'), 'utf8')).toBe('');
});
