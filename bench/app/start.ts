import {spawn} from 'node:child_process';
import path from 'node:path';
import {benchEnvironment} from '../environment.js';
import {printTable} from '../print-table.js';
import {median} from '../statistics.js';
import type {Prepared} from './prepare.js';

const timeOnce = (args: readonly string[], cwd: string): Promise<number> =>
	new Promise((resolve, reject) => {
		const startedAt = performance.now();
		const child = spawn(process.execPath, [...args], {
			cwd,
			env: benchEnvironment(),
			stdio: 'ignore',
		});
		child.once('error', reject);
		child.once('exit', () => resolve(performance.now() - startedAt));
	});

/** How long commands take that ask nobody anything, beside a Node that does nothing. */
export const measureStart = async ({program, root}: Prepared, runs: number): Promise<void> => {
	// Nobody is signed in there.
	const empty = ['--config-dir', path.join(root, 'config-of-nobody')];
	const commands: ReadonlyArray<readonly [name: string, args: readonly string[]]> = [
		['node -e', ['-e', '']],
		['--version', [program, '--version']],
		['--help', [program, '--help']],
		['whoami, nobody signed in', [program, 'whoami', ...empty]],
		['list, nobody signed in', [program, 'list', ...empty]],
	];
	const times = new Map(commands.map(([name]) => [name, [] as number[]]));
	for (let run = 0; run < runs; run += 1) {
		for (const [name, args] of commands) {
			times.get(name)?.push(await timeOnce(args, root));
		}
	}

	const bare = times.get('node -e') ?? [];
	console.log(`\nStart to end of a command, ms, ${runs} runs`);
	printTable(
		['', 'median', 'min', 'x node'],
		[...times].map(([name, values]) => [
			name,
			median(values).toFixed(0),
			Math.min(...values).toFixed(0),
			median(values.map((value, run) => value / (bare[run] ?? Number.NaN))).toFixed(2),
		]),
	);
};
