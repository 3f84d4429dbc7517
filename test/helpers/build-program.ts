import {execFileSync} from 'node:child_process';
import {rmSync} from 'node:fs';
import path from 'node:path';
import type {TestProject} from 'vitest/node';

declare module 'vitest' {
	interface ProvidedContext {
		/** The folder of the program as users run it. */
		dist: string;
	}
}

/** Builds the program once, for this run of the tests alone. */
export const setup = ({provide}: TestProject) => {
	const root = path.resolve(import.meta.dirname, '../..');
	const dist = path.join(root, 'node_modules', `.test-dist-${process.pid}`);
	execFileSync(process.execPath, ['scripts/build.js', dist], {cwd: root, stdio: 'inherit'});
	provide('dist', dist);
	return () => rmSync(dist, {recursive: true, force: true});
};
