import {execFile} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import {startSimulator} from '../source/simulator/start-simulator.js';
import {smallActivities} from '../test/helpers/small-activity.js';

// A first backup of small files, where the answer's way is all there is: the program at its default
// against one file at a time (as the Python tools do), and against the bound, which is the requests
// times the latency, shared by eight.

const run = promisify(execFile);
const cli = path.resolve('dist/cli.js');
const count = 200;
const places = 8;

const account = {
	email: 'bench@example.org',
	password: 'bench',
	userId: '445823834382155776',
	nickname: 'Bench',
	region: 'us',
	dataRegion: 'us',
	twoFactor: false,
	activities: smallActivities(count),
} as const;

const time = async (baseUrl: string, concurrency: number): Promise<number> => {
	const root = mkdtempSync(path.join(tmpdir(), 'coros-bench-'));
	const args = ['--base-url', baseUrl, '--config-dir', path.join(root, 'config')];
	const env = {
		...process.env,
		COROS_TUI_EMAIL: account.email,
		COROS_TUI_PASSWORD: account.password,
	};
	await run(process.execPath, [cli, 'login', '--quiet', ...args], {env});
	const started = performance.now();
	await run(
		process.execPath,
		[
			cli,
			'backup',
			'--quiet',
			'--format',
			'fit',
			'--concurrency',
			String(concurrency),
			'--backup-dir',
			path.join(root, 'archive'),
			...args,
		],
		{env},
	);
	const seconds = (performance.now() - started) / 1000;
	rmSync(root, {recursive: true});
	return seconds;
};

console.log(`First backup, ${count} activities, FIT alone; seconds, whole process`);
console.log('latency   one by one   default   bound   faster   over bound');
for (const latencyMs of [0, 20, 50]) {
	const simulator = await startSimulator({
		accounts: [{...account, activities: [...account.activities]}],
		behaviour: {latencyMs},
	});
	const sequential = await time(simulator.baseUrl, 1);
	const parallel = await time(simulator.baseUrl, places);
	await simulator.close();
	const bound = (2 * count * latencyMs) / 1000 / places;
	const cells = [
		`${latencyMs} ms`.padStart(7),
		sequential.toFixed(2).padStart(12),
		parallel.toFixed(2).padStart(9),
		bound.toFixed(2).padStart(7),
		`${(sequential / parallel).toFixed(1)}x`.padStart(8),
		(bound > 0 ? `${(parallel / bound).toFixed(2)}x` : '-').padStart(12),
	];
	console.log(cells.join(' '));
}
