import {existsSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, inject, test} from 'vitest';
import {commandsFor} from '../docs/keepers.js';
import {asRoot, canTry, isForReal} from './for-real.js';
import {createWorld, example} from './world.js';

const isHere = canTry('systemd', 'linux', () => {
	if (!isForReal('systemd')) {
		return 'TEST_RECIPES does not name systemd, and units would be installed';
	}

	return existsSync('/run/systemd/system') ? undefined : 'systemd does not run this machine';
});

const commands = commandsFor('test/recipes/systemd.test.ts', 'docs/recipes.md');

test.runIf(isHere)('systemd backs up with a credential, and keeps the timer', async () => {
	const {run, home, simulator, writeSecret} = await createWorld();
	const root = async (line: string) => {
		const result = await run(...asRoot('sh', '-c', line));
		expect(result.code, `${line}\n${result.stderr}`).toBe(0);
		return result.stdout;
	};

	// The program as if it were installed: homes and temporary folders are hidden from the service.
	const program = path.join(home, 'coros-tui');
	writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' /opt/coros-tui/cli.js "$@"\n`);
	await root(`cp -r '${inject('dist')}' /opt/coros-tui && chmod -R a+rX /opt/coros-tui`);
	await root(`install '${program}' /usr/local/bin/coros-tui`);
	const dropIn = path.join(home, 'test.conf');
	writeFileSync(dropIn, `[Service]\nEnvironment=COROS_TUI_BASE_URL=${simulator.baseUrl}\n`);
	for (const name of ['coros-backup.service', 'coros-backup.timer']) {
		const file = path.join(home, name);
		writeFileSync(file, example(`systemd/${name}`));
		await root(`install -m 644 '${file}' /etc/systemd/system/${name}`);
	}

	await root(`install -D -m 644 '${dropIn}' /etc/systemd/system/coros-backup.service.d/test.conf`);

	const [install, enable, start, ...more] = commands;
	expect(more).toEqual([]);
	// What is typed there comes from a file here.
	await root(`cat '${writeSecret('coros')}' | ${install}`);
	expect(await root('stat -c %a /etc/coros-tui/password')).toBe('600\n');
	await root(enable!);
	expect(await root('systemctl is-active coros-backup.timer')).toBe('active\n');
	await root(`{ ${start}; } || { journalctl -u coros-backup.service >&2; false; }`);
	const names = await root('ls /var/lib/coros-tui/activities');
	expect(names.split('\n').filter((name) => name.endsWith('.fit'))).toHaveLength(5);
	expect(await root('systemctl show -P Result coros-backup.service')).toBe('success\n');
	await root('systemctl disable --now coros-backup.timer');
});
