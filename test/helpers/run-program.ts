import {type ChildProcessByStdio, spawn} from 'node:child_process';
import path from 'node:path';
import type {Readable, Writable} from 'node:stream';
import {inject, onTestFinished} from 'vitest';
import type {BackupEvent} from '../../source/backup/event.js';
import {checkJsonLines} from './json-lines.js';
import {withEnvironment} from './platform.js';
import {witness} from './witness.js';

export type ProgramResult = {
	readonly code: number | null;
	/** What killed it, if something did. */
	readonly signal: NodeJS.Signals | null;
	readonly stdout: string;
	readonly stderr: string;
};

export type RunningProgram = {
	readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
	/** Waits until the output so far satisfies the condition. */
	until(condition: (output: ProgramResult) => boolean): Promise<void>;
	readonly finished: Promise<ProgramResult>;
};

/** Only what a program needs: nothing of this machine's settings leaks into a test. */
const cleanEnvironment = (extra: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
	TZ: 'Europe/Berlin',
	...withEnvironment(extra),
});

/** Outside a test, as in `beforeAll`, the program's own end has to do. */
const atTheEnd = (work: () => void): void => {
	try {
		onTestFinished(work);
	} catch {}
};

export type RunOptions = {
	readonly env?: NodeJS.ProcessEnv;
	readonly input?: string | Uint8Array;
	readonly cwd?: string;
	readonly entry?: 'cli.js' | 'coros-backup.js';
	/** A command that starts Node in its turn, such as one that sets limits. */
	readonly through?: readonly string[];
	/** For Node itself, before the program. */
	readonly nodeArgs?: readonly string[];
};

/** Starts the built program without a terminal. */
export const startProgram = (args: readonly string[], options: RunOptions = {}): RunningProgram => {
	const {env = {}, input, cwd, entry = 'cli.js', nodeArgs = [], through = []} = options;
	const program = path.join(inject('dist'), entry);
	const [command = '', ...words] = [...through, process.execPath, ...nodeArgs, program, ...args];
	const child = spawn(command, words, {
		cwd,
		env: cleanEnvironment(env),
		stdio: ['pipe', 'pipe', 'pipe'],
	});
	child.stdin.on('error', () => {}); // It may be gone before it has read anything.
	child.stdin.end(input ?? '');
	let stdout = '';
	let stderr = '';
	atTheEnd(() => {
		child.kill('SIGKILL');
		witness('standard output', stdout);
		witness('standard error', stderr);
		checkJsonLines(entry === 'cli.js' ? args : ['backup', ...args], env, stdout);
	});
	const checks = new Set<() => void>();
	const check = () => {
		for (const one of checks) {
			one();
		}
	};
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		stdout += text;
		check();
	});
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		stderr += text;
		check();
	});
	const finished = new Promise<ProgramResult>((resolve) => {
		child.on('close', (code, signal) => resolve({code, signal, stdout, stderr}));
	});
	return {
		child,
		finished,
		until: (condition) =>
			new Promise((resolve, reject) => {
				const one = () => {
					if (condition({code: null, signal: null, stdout, stderr})) {
						checks.delete(one);
						resolve();
					}
				};
				checks.add(one);
				one();
				void finished.then((result) => {
					if (condition(result)) {
						resolve();
					} else {
						reject(new Error(`the program ended first:\n${result.stdout}\n${result.stderr}`));
					}
				});
			}),
	};
};

/** Runs the built program to its end. */
export const runProgram = (args: readonly string[], options?: RunOptions): Promise<ProgramResult> =>
	startProgram(args, options).finished;

/** Reads `--json` output; throws where a line is anything else. */
export const readEvents = ({stdout}: ProgramResult): BackupEvent[] =>
	stdout
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line) as BackupEvent);
