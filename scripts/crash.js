// Kills, refuses and tears everywhere, where npm test takes a sample: npm run crash. Half an hour.
import {spawnSync} from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
const {status} = spawnSync(process.execPath, [vitest, 'run', 'test/crash', 'test/disk'], {
	cwd: root,
	env: {...process.env, CRASH: 'all'},
	stdio: 'inherit',
});
process.exitCode = status ?? 1;
