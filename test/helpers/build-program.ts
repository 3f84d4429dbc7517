import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {TestProject} from 'vitest/node';
import {readLooks} from './read-looks.js';

declare module 'vitest' {
	interface ProvidedContext {
		/** The folder of the program as users run it. */
		dist: string;
		/** Where what the program gave away is counted. */
		witness: string;
	}
}

/** Builds the program once, for this run of the tests alone. */
export const setup = ({provide}: TestProject) => {
	const root = path.resolve(import.meta.dirname, '../..');
	const dist = path.join(root, 'node_modules', `.test-dist-${process.pid}`);
	execFileSync(process.execPath, ['scripts/build.js', dist], {cwd: root, stdio: 'inherit'});
	provide('dist', dist);
	const looks = mkdtempSync(path.join(tmpdir(), 'coros-tui-witness-'));
	provide('witness', looks);
	return () => {
		rmSync(dist, {recursive: true, force: true});
		const report = readLooks(looks);
		rmSync(looks, {recursive: true, force: true});
		process.stdout.write(`${report.sentence}\n`);
		if (report.leaks.length > 0) {
			throw new Error(`secrets got out:\n${report.leaks.join('\n')}`);
		}
	};
};
