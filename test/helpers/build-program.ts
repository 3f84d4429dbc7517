import {execFileSync} from 'node:child_process';
import path from 'node:path';

/** Builds `dist/` once before the tests: whole-program tests run what users run. */
export const setup = (): void => {
	const root = path.resolve(import.meta.dirname, '../..');
	execFileSync(process.execPath, ['scripts/build.js'], {cwd: root, stdio: 'inherit'});
};
