import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {toActivity} from '../source/coros/to-activity.js';
import {writeListCache} from '../source/disk/list-cache.js';
import {haystackOf} from '../source/domain/query/haystack.js';
import {createMatcher} from '../source/domain/query/match-query.js';
import {parseQuery} from '../source/domain/query/parse-query.js';
import {startSimulator} from '../source/simulator/start-simulator.js';
import {prepareOrders, sortActivities} from '../source/ui/table/order.js';
import {drawChart} from './growth/chart.js';
import {type Figures, powerOf} from './growth/figures.js';
import {benchActivities, benchCredentials, benchPerson, makeArchive} from './make-archive.js';
import {printTable} from './print-table.js';
import {benchFolder, builds, watchProgram} from './program.js';

// Time and memory by the number of activities, FIT alone; kept in media/growth.json and drawn as
// media/growth.svg. Drawn again from what was kept: node scripts/bench.js growth draw

const sizes = [100, 1000, 10_000, 100_000];
const kept = path.resolve('media/growth.json');

/** Milliseconds of the processor: on a busy machine those of the clock are others'. */
const processorMs = (): number => {
	const {user, system} = process.cpuUsage();
	return (user + system) / 1000;
};

const best = (work: () => void, runs = 7): number => {
	let ms = Number.POSITIVE_INFINITY;
	for (let run = 0; run < runs; run += 1) {
		const startedAt = processorMs();
		work();
		ms = Math.min(ms, processorMs() - startedAt);
	}

	return ms;
};

type Measured = {readonly ms: number; readonly peakMb?: number};

const measureSize = async (size: number): Promise<Record<string, Measured>> => {
	const {cli} = builds.at(-1)!;
	const root = benchFolder();
	const served = benchActivities(size);
	const folder = path.join(root, 'archive');
	const config = path.join(root, 'config');
	makeArchive(folder, served, ['fit']);
	const simulator = await startSimulator({accounts: [{...benchPerson, activities: served}]});
	const args = ['--base-url', simulator.baseUrl, '--config-dir', config, '--backup-dir', folder];
	const run = async (command: readonly string[], runs: number): Promise<Measured> => {
		let ms = Number.POSITIVE_INFINITY;
		let peakMb = 0;
		for (let one = 0; one < runs; one += 1) {
			const done = await watchProgram(cli, [...command, ...args], benchCredentials);
			if (done.code !== 0) {
				throw new Error(`${command.join(' ')}: ${done.code} ${done.stdout.slice(-300)}`);
			}

			ms = Math.min(ms, done.userMs);
			peakMb = Math.max(peakMb, done.peakMb);
		}

		return {ms, peakMb};
	};
	try {
		await run(['login', '--quiet'], 1);
		const runs = size > 10_000 ? 2 : 3;
		const list = await run(['list', '--full', '--json'], size > 10_000 ? 1 : runs);
		const items = served.map(({item}) => item);
		const listedAt = new Date().toISOString();
		await writeListCache(config, benchPerson.userId, {items, complete: true, listedAt});
		const again = ['backup', '--json', '--format', 'fit'];
		await run(again, 1); // Compares metadata once; from then on nothing is new.
		const nothingNew = await run(again, runs);
		const verify = await run(['verify', '--json'], size > 10_000 ? 1 : runs);
		const activities = items.map((item) => toActivity(item)!);
		const haystacks = activities.map(haystackOf);
		const matches = createMatcher(parseQuery('run 12 >3km'), () => true);
		return {
			'list, all pages': list,
			'nothing new': nothingNew,
			verify,
			'filter, a key': {
				ms: best(() =>
					activities.filter((activity, index) => matches(activity, haystacks[index] ?? '')),
				),
			},
			'sort by number': {
				ms: best(() => {
					sortActivities([...activities], {column: 'start', isDescending: false});
				}),
			},
			// Every name another: the worst there is.
			'sort by name': {
				ms: best(() => {
					sortActivities([...activities], {column: 'name', isDescending: false});
				}, 3),
			},
		};
	} finally {
		await simulator.close();
		rmSync(root, {recursive: true});
	}
};

const measure = async (): Promise<Figures> => {
	const bySize: Array<Record<string, Measured>> = [];
	for (const size of sizes) {
		bySize.push(await measureSize(size));
	}

	const round = (value: number) => Number(value.toPrecision(3));
	return {
		sizes,
		node: process.versions.node,
		series: Object.keys(bySize[0] ?? {}).map((name) => {
			const peaks = bySize.flatMap((one) => one[name]?.peakMb ?? []).map(round);
			return {
				name,
				ms: bySize.map((one) => round(one[name]?.ms ?? Number.NaN)),
				...(peaks.length > 0 && {peakMb: peaks}),
			};
		}),
	};
};

/** Orders that were made ready while nobody asked: the longest step of it, and a sort by name then. */
const measureReady = (size: number): {readonly step: number; readonly sort: number} => {
	const activities = benchActivities(size).map(({item}) => toActivity(item)!);
	let [step, sort] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
	for (let run = 0; run < 5; run += 1) {
		const rows = [...activities];
		let longest = 0;
		let since = processorMs();
		for (const _ of prepareOrders(rows)) {
			longest = Math.max(longest, processorMs() - since);
			since = processorMs();
		}

		step = Math.min(step, longest);
		const asked = processorMs();
		sortActivities(rows, {column: 'name', isDescending: false});
		sort = Math.min(sort, processorMs() - asked);
	}

	return {step, sort};
};

const isDrawnOnly = process.argv[3] === 'draw';
const figures = isDrawnOnly ? (JSON.parse(readFileSync(kept, 'utf8')) as Figures) : await measure();
if (!isDrawnOnly) {
	writeFileSync(kept, `${JSON.stringify(figures, undefined, '\t')}\n`);
}

writeFileSync(path.resolve('media/growth.svg'), drawChart(figures));
printTable(
	['processor ms (peak MB)', ...sizes.map(String), 'power at the end'],
	figures.series.map(({name, ms, peakMb}) => [
		name,
		...ms.map((value, at) => `${value}${peakMb ? ` (${peakMb[at]})` : ''}`),
		powerOf(ms.at(-2) ?? Number.NaN, ms.at(-1) ?? Number.NaN, 10).toFixed(2),
	]),
);

if (!isDrawnOnly) {
	const ready = sizes.map(measureReady);
	printTable(
		['orders made ready, processor ms', ...sizes.map(String)],
		[
			['longest step', ...ready.map(({step}) => step.toFixed(1))],
			['then a sort by name', ...ready.map(({sort}) => sort.toFixed(1))],
		],
	);
}
