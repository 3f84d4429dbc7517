import {spawnSync} from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');

/** Runs some of the tests in an environment that makes them do more than they usually do. */
export const runTests = (files, env) => {
	const {status} = spawnSync(process.execPath, [vitest, 'run', ...files], {
		cwd: root,
		env: {...process.env, ...env},
		stdio: 'inherit',
	});
	process.exitCode = status ?? 1;
};
