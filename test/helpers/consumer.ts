import {execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {inject} from 'vitest';
import {temporaryFolder} from './temporary-folder.js';

export const projectRoot = path.resolve(import.meta.dirname, '../..');

const run = (script: string, args: readonly string[], cwd: string): string => {
	try {
		return execFileSync(process.execPath, [script, ...args], {cwd, encoding: 'utf8'});
	} catch (error) {
		const {stdout, stderr} = error as {stdout: string; stderr: string};
		throw new Error(`${stdout}${stderr}`);
	}
};

const packageFolder = (name: string): string => path.join(projectRoot, 'node_modules', name);

/** The TypeScript compiler in a folder; throws with what it says. */
export const compile = (folder: string, args: readonly string[] = []): string =>
	run(path.join(packageFolder('typescript'), 'bin/tsc'), args, folder);

/** What the strictest of users would compile with, and nothing of ours. */
export const strictOptions = {
	target: 'es2022',
	strict: true,
	noUncheckedIndexedAccess: true,
	exactOptionalPropertyTypes: true,
	skipLibCheck: false,
	rootDir: '.',
	outDir: 'built',
};

/** A folder where somebody has installed the package, with its declarations, and Node's types. */
export const createConsumer = (): string => {
	const folder = temporaryFolder();
	const installed = path.join(folder, 'node_modules/coros-tui');
	mkdirSync(installed, {recursive: true});
	cpSync(inject('dist'), path.join(installed, 'dist'), {recursive: true});
	cpSync(path.join(projectRoot, 'package.json'), path.join(installed, 'package.json'));
	run('scripts/declarations.js', [path.join(installed, 'dist')], projectRoot);
	mkdirSync(path.join(folder, 'node_modules/@types'));
	for (const name of ['@types/node', 'undici-types']) {
		// A junction, as ordinary users of Windows may make no symbolic link.
		symlinkSync(packageFolder(name), path.join(folder, 'node_modules', name), 'junction');
	}

	writeFileSync(path.join(folder, 'package.json'), '{"private": true, "type": "module"}\n');
	return folder;
};

/** A file of the project, as text. */
export const readProject = (file: string): string =>
	readFileSync(path.join(projectRoot, file), 'utf8');
