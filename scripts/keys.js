// Writes tables of the pages anew: keys in the readme, rooms in CONTRIBUTING.md. The tests that
// compare them write instead.
import {spawnSync} from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
const {status} = spawnSync(
	process.execPath,
	[vitest, 'run', 'test/ui/keys/readme', 'test/architecture'],
	{
		cwd: root,
		env: {...process.env, WRITE_KEYS: '1'},
		stdio: 'inherit',
	},
);
process.exitCode = status ?? 1;
