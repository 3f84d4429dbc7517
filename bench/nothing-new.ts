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

type Figure = {
	readonly ms: number[];
	readonly starts: number[];
	readonly readings: number[];
	readonly userMs: number[];
	requests: number;
};

const toFigure = (): Figure => ({ms: [], starts: [], readings: [], userMs: [], requests: 0});

const rows: string[][] = [];
for (const size of sizes) {
	const root = benchFolder();
	const activities = benchActivities(size);
	let requests = 0;
	const simulator = await startSimulator({
		accounts: [{...benchPerson, activities}],
		onRequest: () => {
			requests += 1;
		},
	});
	const config = path.join(root, 'config');
	const where = ['--base-url', simulator.baseUrl, '--config-dir', config];
	await runProgram(builds[0]!.cli, ['login', '--quiet', ...where], benchCredentials);
	await writeListCache(config, benchPerson.userId, {
		items: activities.map(({item}) => item),
		complete: true,
		listedAt: new Date().toISOString(),
	});
	// To each its own: another version may leave the folder changed.
	const figures = builds.map(({name, cli}) => {
		const folder = path.join(root, name, 'archive');
		const backup = ['backup', '--json', '--format', 'fit', '--backup-dir', folder, ...where];
		return {name, cli, folder, backup, peakMb: 0, figure: toFigure()};
	});
	const measure = async ({name, cli, folder, backup, figure}: (typeof figures)[number]) => {
		const bare = bareNodeMs();
		const reading = nodeMs('fs.readdirSync(process.argv[1])', folder);
		requests = 0;
		const {code, ms, stdout} = await runProgram(cli, backup, benchCredentials);
		if (code !== 0 || !stdout.includes(`"upToDate":${size}`)) {
			throw new Error(`${name}: ${code} ${stdout}`);
		}

		figure.ms.push(ms);
		figure.starts.push(ms / bare);
		figure.readings.push(ms / reading);
		figure.requests = requests;
	};
	for (const build of figures) {
		makeArchive(build.folder, activities, ['fit']);
		build.peakMb = (await watchProgram(build.cli, build.backup, benchCredentials)).peakMb;
	}

	for (let run = 0; run < runs; run += 1) {
		for (const build of figures) {
			await measure(build);
			const {userMs} = await watchProgram(build.cli, build.backup, benchCredentials);
			build.figure.userMs.push(userMs);
		}
	}

	for (const {name, figure, peakMb} of figures) {
		const {ms, starts, readings, userMs} = figure;
		rows.push([
			String(size),
			name,
			String(figure.requests),
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
		'peak MB before them',
	],
	rows,
);
