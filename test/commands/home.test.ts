import {spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {runProgram} from '../helpers/run-program.js';
import {ann, testSimulator} from '../helpers/simulator.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

// A number that no table of users has, as systemd takes for a service with `DynamicUser=yes`.
const nobody = ['setpriv', '--reuid', '64523', '--regid', '64523', '--clear-groups'];

const {status} = spawnSync(nobody[0]!, [...nobody.slice(1), 'true']);
const isAllowed = status === 0;
if (!isAllowed) {
	process.stderr.write('SKIPPED, not allowed here: to be a user who has no home\n');
}

test.runIf(isAllowed).each(['cli.js', 'coros-backup.js'] as const)(
	'a user without a name and a home backs up with %s where folders are named',
	async (entry) => {
		const simulator = await testSimulator();
		const root = temporaryFolder();
		const own = path.join(root, 'own');
		mkdirSync(own);
		chmodSync(root, 0o755);
		chmodSync(own, 0o777);
		const env = {
			COROS_TUI_BASE_URL: simulator.baseUrl,
			COROS_TUI_EMAIL: ann.email,
			COROS_TUI_PASSWORD: ann.password,
		};
		const words = entry === 'cli.js' ? ['backup', '--quiet'] : ['--quiet'];
		const options = {entry, through: nobody, cwd: own, env};
		const config = ['--config-dir', path.join(own, 'config')];
		const folder = ['--backup-dir', path.join(own, 'activities')];
		expect(await runProgram([...words, ...config, ...folder], options)).toMatchObject({
			code: 0,
			stdout: '',
			stderr: '',
		});

		const without = await runProgram([...words, ...folder], options);
		expect(without.code).not.toBe(0);
		expect(without.stderr).toContain('/.config');
		expect(without.stderr).not.toContain('fault in coros-tui');
	},
);
