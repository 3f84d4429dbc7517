import {execFile} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import {demoCredentials} from '../../source/simulator/demo-account.js';
import {openTerminal, type Terminal} from '../terminal.js';
import {startServer} from './serve.js';

const run = promisify(execFile);

export const sizes = [
	{columns: 80, rows: 24},
	{columns: 120, rows: 40},
] as const;

export const counts = [10_000, 100_000] as const;

export type Size = (typeof sizes)[number];

/** A program in a window of one size. */
export type Variant = {
	readonly name: string;
	readonly size: Size;
	/** Activities; undefined for the bare programs. */
	readonly count: number | undefined;
	/** Where it stands in the table of ratios: what Ink alone takes at that size. */
	readonly kind: 'node' | 'ink' | 'app';
	/** With an archive of its own where one is named. */
	open(folder?: string, environment?: Readonly<Record<string, string>>): Terminal;
};

export type Prepared = {
	readonly variants: readonly Variant[];
	/** The program's entry, and a folder for whatever is to be thrown away. */
	readonly program: string;
	readonly root: string;
	close(): Promise<void>;
};

const build = async (): Promise<string> => {
	const folder = await mkdtemp(path.resolve('node_modules/.bench-app-'));
	// As in an installed package: without it Node reads every file twice, to see what kind it is.
	await writeFile(path.join(folder, 'package.json'), '{"type": "module"}');
	await run(process.execPath, ['scripts/build.js', path.join(folder, 'program')]);
	const {bundle} = await import(pathToFileURL(path.resolve('scripts/bundle.js')).href);
	await bundle(['bench/bare-ink.tsx'], path.join(folder, 'bare'));
	return folder;
};

// Signed in and with a list kept from the last run, as on any morning.
const prepareAccount = async (program: string, root: string, count: number) => {
	const {baseUrl, close} = await startServer(count);
	const args = ['--base-url', baseUrl, '--config-dir', path.join(root, `config-${count}`)];
	const env = {
		...process.env,
		COROS_TUI_EMAIL: demoCredentials.email,
		COROS_TUI_PASSWORD: demoCredentials.password,
	};
	await run(process.execPath, [program, 'login', '--quiet', ...args], {env});
	const options = {env, maxBuffer: 1024 ** 3};
	await run(process.execPath, [program, 'list', '--quiet', ...args], options);
	return {count, args: [program, ...args], close};
};

/** Builds the program and the bare one, and an account of each size with its list on the disk. */
export const prepare = async (): Promise<Prepared> => {
	const folder = await build();
	const root = await mkdtemp(path.join(tmpdir(), 'coros-bench-'));
	const program = path.join(folder, 'program', 'cli.js');
	const accounts = await Promise.all(counts.map((count) => prepareAccount(program, root, count)));
	const toVariants = (
		kind: Variant['kind'],
		name: string,
		args: readonly string[],
		count?: number,
	): Variant[] =>
		sizes.map((size) => ({
			name: `${name} ${size.columns}x${size.rows}`,
			size,
			count,
			kind,
			open: (folder = path.join(root, 'archive'), env = {}) =>
				openTerminal(kind === 'app' ? [...args, '--backup-dir', folder] : args, {
					...size,
					cwd: root,
					env,
				}),
		}));
	return {
		program,
		root,
		variants: [
			...toVariants('node', 'node -e', ['-e', 'console.log("hello")']).slice(0, 1),
			...toVariants('ink', 'bare Ink', [path.join(folder, 'bare', 'bare-ink.js')]),
			...accounts.flatMap(({count, args}) =>
				toVariants('app', `app, ${count / 1000},000`, args, count),
			),
		],
		async close() {
			await Promise.all(accounts.map((account) => account.close()));
			await rm(folder, {recursive: true, force: true});
			await rm(root, {recursive: true, force: true});
		},
	};
};
