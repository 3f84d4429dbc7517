import {execFile, spawnSync} from 'node:child_process';
import {mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {benchEnvironment} from './environment.js';

/** What a run of the program took. */
export type Run = {
	readonly code: number;
	readonly stdout: string;
	/** From start to end of the process. */
	readonly ms: number;
};

/** The same, watched from within: that takes a third of Node's start, and is no time of its own. */
export type WatchedRun = Run & {
	/** The process's own user CPU time. */
	readonly userMs: number;
	/** All its CPU time, the system's for it included. */
	readonly cpuMs: number;
	/** Its largest resident memory. */
	readonly peakMb: number;
};

/** A build of the program, by a short name. */
export type Build = {readonly name: string; readonly cli: string};

// COROS_BENCH_BEFORE names the `dist/cli.js` of another build, which is measured beside this one.
const before = process.env.COROS_BENCH_BEFORE;

/** The builds to measure: the one before, where one is named, and this one. */
export const builds: readonly Build[] = [
	...(before === undefined ? [] : [{name: 'before', cli: path.resolve(before)}]),
	{name: 'now', cli: path.resolve('dist/cli.js')},
];

// Run inside the program, as it ends.
const tell = `process.on('exit', () => {
	const {userCPUTime, systemCPUTime, maxRSS} = process.resourceUsage();
	process.stderr.write('\\nusage ' + userCPUTime + ' ' + systemCPUTime + ' ' + maxRSS);
});`;

const run = (
	args: readonly string[],
	environment: Readonly<Record<string, string>>,
): Promise<Run & {readonly stderr: string}> =>
	new Promise((resolve) => {
		const startedAt = performance.now();
		const options = {maxBuffer: 2 ** 29, env: {...benchEnvironment(), ...environment}};
		execFile(process.execPath, [...args], options, (error, stdout, stderr) => {
			const ms = performance.now() - startedAt;
			resolve({code: Number(error?.code ?? 0), stdout, stderr, ms});
		});
	});

/** Runs a build and waits for its end, whatever its exit code. */
export const runProgram = (
	cli: string,
	args: readonly string[],
	environment: Readonly<Record<string, string>> = {},
): Promise<Run> => run([cli, ...args], environment);

/** Runs a build and sees what it takes of the processor and of memory. */
export const watchProgram = async (
	cli: string,
	args: readonly string[],
	environment: Readonly<Record<string, string>> = {},
): Promise<WatchedRun> => {
	const listener = `--import=data:text/javascript,${encodeURIComponent(tell)}`;
	const done = await run([listener, cli, ...args], environment);
	const [, user, system, peak] = /usage (\d+) (\d+) (\d+)/.exec(done.stderr) ?? [];
	return {
		...done,
		userMs: Number(user) / 1000,
		cpuMs: (Number(user) + Number(system)) / 1000,
		peakMb: Number(peak) / 1024,
	};
};

/** A Node that runs one line, in milliseconds. */
export const nodeMs = (line: string, ...args: readonly string[]): number => {
	const startedAt = performance.now();
	spawnSync(process.execPath, ['-e', line, ...args], {env: benchEnvironment()});
	return performance.now() - startedAt;
};

/** A Node that does nothing: the unit of a start, in milliseconds. */
export const bareNodeMs = (): number => nodeMs('');

/** A folder for one measurement; whoever makes it removes it. */
export const benchFolder = (): string =>
	mkdtempSync(path.join(process.env.COROS_BENCH_FOLDER ?? tmpdir(), 'coros-bench-'));
