import {rmSync} from 'node:fs';
import path from 'node:path';
import {writeListCache} from '../source/disk/list-cache.js';
import {startSimulator} from '../source/simulator/start-simulator.js';
import {benchActivities, benchCredentials, benchPerson, makeArchive} from './make-archive.js';
import {printTable} from './print-table.js';
import {bareNodeMs, benchFolder, builds, nodeMs, runProgram, watchProgram} from './program.js';
import {median} from './statistics.js';

// The run of every night: nothing is new. How often it asks, and how long it takes by the number of
// activities, in starts of a Node that does nothing, and of one that reads the names of the folder and
// does nothing with them. Sizes may be named: nothing-new 1000 10000

const runs = 5;
const named = process.argv.slice(3).map(Number);
const sizes = named.length > 0 ? named : [100, 1000, 10_000, 100_000];

const rows: string[][] = [];
for (const size of sizes) {
	const root = benchFolder();
	const activities = benchActivities(size);
	const folder = path.join(root, 'archive');
	const config = path.join(root, 'config');
	makeArchive(folder, activities, ['fit']);
	let requests = 0;
	const simulator = await startSimulator({
		accounts: [{...benchPerson, activities}],
		onRequest: () => {
			requests += 1;
		},
	});
	const args = ['--base-url', simulator.baseUrl, '--config-dir', config];
	await runProgram(builds[0]!.cli, ['login', '--quiet', ...args], benchCredentials);
	const items = activities.map(({item}) => item);
	await writeListCache(config, benchPerson.userId, {
		items,
		complete: true,
		listedAt: new Date().toISOString(),
	});
	const figures = builds.map(({name, cli}) => ({
		name,
		cli,
		ms: [] as number[],
		starts: [] as number[],
		readings: [] as number[],
		userMs: [] as number[],
		peakMb: 0,
		requests: 0,
	}));
	for (let run = 0; run < runs; run += 1) {
		for (const figure of figures) {
			const bare = bareNodeMs();
			const reading = nodeMs('fs.readdirSync(process.argv[1])', folder);
			const backup = ['backup', '--json', '--format', 'fit', '--backup-dir', folder, ...args];
			const {userMs, peakMb} = await watchProgram(figure.cli, backup, benchCredentials);
			requests = 0;
			const {code, ms, stdout} = await runProgram(figure.cli, backup, benchCredentials);
			if (code !== 0 || !stdout.includes(`"upToDate":${size}`)) {
				throw new Error(`${figure.name}: ${code} ${stdout}`);
			}

			figure.ms.push(ms);
			figure.starts.push(ms / bare);
			figure.readings.push(ms / reading);
			figure.userMs.push(userMs);
			figure.peakMb = Math.max(figure.peakMb, peakMb);
			figure.requests = requests;
		}
	}

	for (const {name, ms, starts, readings, userMs, peakMb, requests: asked} of figures) {
		rows.push([
			String(size),
			name,
			String(asked),
			Math.min(...ms).toFixed(0),
			median(ms).toFixed(0),
			Math.min(...userMs).toFixed(0),
			median(starts).toFixed(1),
			median(readings).toFixed(1),
			peakMb.toFixed(0),
		]);
	}

	await simulator.close();
	rmSync(root, {recursive: true});
}

printTable(
	[
		'activities',
		'build',
		'requests',
		'min ms',
		'median ms',
		'user ms',
		'x node',
		'x reading names',
		'peak MB',
	],
	rows,
);
