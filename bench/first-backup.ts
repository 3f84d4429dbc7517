import {loadavg} from 'node:os';
import {isMainThread, parentPort, workerData} from 'node:worker_threads';
import {type ExportFormat, exportFormats} from '../source/domain/export-format.js';
import type {ServedActivity} from '../source/simulator/served-activity.js';
import {smallActivities} from '../test/helpers/small-activity.js';
import {type Errand, fetchBarely} from './first-backup/bare-client.js';
import {hourActivities} from './first-backup/hour-activities.js';
import {defaultPlaces, measure} from './first-backup/measure.js';
import {printTable} from './print-table.js';

// A first backup at its default against one request at a time, against the bound, and against a bare
// client with as many places that checks and keeps nothing. All of it, which takes half an hour, or the
// parts and latencies named: node scripts/bench.js first-backup fit two all cap cap-two cap-all 0 20 50 150. `quick` runs
// each once and leaves out the longest latency: ten minutes.

const runs = 3;
const count = 500;
const latencies = [0, 20, 50, 150];

type Part = {
	readonly name: string;
	readonly what: string;
	readonly activities: () => readonly ServedActivity[];
	readonly formats: readonly ExportFormat[];
	readonly bandwidth?: number;
};

const small = () => smallActivities(count);

const parts: readonly Part[] = [
	{name: 'fit', what: 'FIT', activities: small, formats: ['fit']},
	{name: 'two', what: 'FIT and TCX', activities: small, formats: ['fit', 'tcx']},
	{name: 'all', what: 'all five', activities: small, formats: exportFormats},
	{
		name: 'cap',
		what: 'FIT of an hour, 2 MB/s',
		activities: () => hourActivities(150),
		formats: ['fit'],
		bandwidth: 2_000_000,
	},
	{
		name: 'cap-two',
		what: 'FIT and TCX of an hour, 8 MB/s',
		activities: () => hourActivities(60),
		formats: ['fit', 'tcx'],
		bandwidth: 8_000_000,
	},
	{
		name: 'cap-all',
		what: 'all five of an hour, 8 MB/s',
		activities: () => hourActivities(30),
		formats: exportFormats,
		bandwidth: 8_000_000,
	},
];

const isPart = (word: string): boolean => parts.some(({name}) => name === word);

const seconds = (value: number): string => value.toFixed(2);
const times = (value: number, by: number): string => (by > 0 ? `${(value / by).toFixed(2)}x` : '-');

const main = async () => {
	const words = process.argv.slice(3);
	const isQuick = words.includes('quick');
	const named = words.filter((word) => word !== 'quick');
	const chosen = parts.filter(({name}) => !named.some(isPart) || named.includes(name));
	const chosenLatencies = latencies.filter(
		(ms) => (named.every(isPart) && !(isQuick && ms > 100)) || named.includes(String(ms)),
	);
	for (const {what, activities, formats, bandwidth} of chosen) {
		const rows: string[][] = [];
		const served = activities();
		for (const latencyMs of chosenLatencies) {
			const scenario = {activities: served, formats, latencyMs, ...(bandwidth && {bandwidth})};
			// The long ones are not what noise can spoil.
			const {bound, bare, sequential, builds, requests} = await measure(
				scenario,
				isQuick || latencyMs * formats.length > 100 ? 1 : runs,
			);
			for (const build of builds) {
				rows.push([
					`${latencyMs} ms`,
					build.name,
					String(requests),
					seconds(sequential),
					seconds(bound),
					seconds(bare),
					seconds(build.seconds),
					times(sequential, build.seconds),
					times(build.seconds, bound),
					times(build.seconds, bare),
					(build.cpuMs / (served.length * formats.length)).toFixed(1),
					build.peakMb.toFixed(0),
				]);
			}
		}

		console.log(
			`\nFirst backup, ${served.length} activities, ${what}, ${defaultPlaces} at once; seconds, best of up to ${isQuick ? 1 : runs}, load average ${loadavg()[0]?.toFixed(1)}`,
		);
		printTable(
			[
				'latency',
				'build',
				'requests',
				'one by one',
				'bound',
				'bare client',
				'program',
				'faster',
				'of bound',
				'of bare',
				'CPU ms/file',
				'peak MB',
			],
			rows,
		);
	}
};

if (isMainThread) {
	await main();
} else {
	parentPort?.postMessage(await fetchBarely(workerData as Errand));
}
