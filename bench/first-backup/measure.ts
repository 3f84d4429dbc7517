import {createHash} from 'node:crypto';
import {rmSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {Worker} from 'node:worker_threads';
import type {ExportFormat} from '../../source/domain/export-format.js';
import type {ServedActivity} from '../../source/simulator/served-activity.js';
import {startSimulator} from '../../source/simulator/start-simulator.js';
import {benchCredentials, benchPerson} from '../make-archive.js';
import {
	benchFolder,
	builds,
	type Run,
	runProgram,
	type WatchedRun,
	watchProgram,
} from '../program.js';
import type {Errand} from './bare-client.js';

export type Scenario = {
	readonly activities: readonly ServedActivity[];
	readonly formats: readonly ExportFormat[];
	readonly latencyMs: number;
	/** Bytes a second, all files together. */
	readonly bandwidth?: number;
};

export type Outcome = {
	readonly requests: number;
	/** Below this nobody can be: requests by places, or bytes by bandwidth; seconds. */
	readonly bound: number;
	/** A bare client with as many places, and with one; seconds. */
	readonly bare: number;
	readonly sequential: number;
	/** Seconds of the whole process, by build. */
	readonly builds: ReadonlyArray<{
		readonly name: string;
		readonly seconds: number;
		readonly cpuMs: number;
		readonly peakMb: number;
	}>;
};

/** What the program asks for at once where nobody says otherwise. */
export const defaultPlaces = 8;

// Enough for a mean: one at a time, all of them would take minutes.
const sequentialFiles = 40;

const fileTypes: Readonly<Record<ExportFormat, number>> = {csv: 0, gpx: 1, kml: 2, tcx: 3, fit: 4};

const runErrand = (errand: Errand): Promise<number> =>
	new Promise((resolve, reject) => {
		const worker = new Worker(fileURLToPath(import.meta.url), {workerData: errand});
		worker.once('message', resolve);
		worker.once('error', reject);
	});

const signIn = async (host: string): Promise<string> => {
	const pwd = createHash('md5').update(benchPerson.password).digest('hex');
	const response = await fetch(`${host}/account/login`, {
		method: 'POST',
		headers: {'content-type': 'application/json'},
		body: JSON.stringify({account: benchPerson.email, accountType: 2, pwd}),
	});
	const answer = (await response.json()) as {readonly data: {readonly accessToken: string}};
	return answer.data.accessToken;
};

/** Measures one scenario: the bare client and every build, in turn, as often as is asked. */
export const measure = async (scenario: Scenario, runs: number): Promise<Outcome> => {
	const {activities, formats, latencyMs, bandwidth} = scenario;
	let requests = 0;
	const simulator = await startSimulator({
		accounts: [{...benchPerson, activities: [...activities]}],
		behaviour: {latencyMs, bandwidth},
		onRequest: () => {
			requests += 1;
		},
	});
	const host = simulator.hosts.us;
	const ids = activities.map(({id}) => id);
	const types = formats.map((format) => fileTypes[format]);
	const files = ids.length * formats.length;
	const errand = {host, fileTypes: types};
	const bare: number[] = [];
	const figures = builds.map((build) => ({
		...build,
		ms: [] as number[],
		cpuMs: Number.NaN,
		peakMb: 0,
	}));
	const few = ids.slice(0, Math.max(1, Math.floor(sequentialFiles / formats.length)));
	const one = await runErrand({...errand, token: await signIn(host), ids: few, places: 1});
	let asked = 0;
	for (let run = 0; run < runs; run += 1) {
		bare.push(await runErrand({...errand, token: await signIn(host), ids, places: defaultPlaces}));
		for (const figure of figures) {
			const root = benchFolder();
			const args = ['--base-url', simulator.baseUrl, '--config-dir', path.join(root, 'config')];
			await runProgram(figure.cli, ['login', '--quiet', ...args], benchCredentials);
			requests = 0;
			const chosen = ['--format', formats.join(','), '--backup-dir', path.join(root, 'archive')];
			const backup = ['backup', '--json', ...chosen, ...args];
			// The first of several is watched, and its time does not count.
			const isWatched = run === 0;
			const watch = isWatched ? watchProgram : runProgram;
			const done: Run & Partial<WatchedRun> = await watch(figure.cli, backup, benchCredentials);
			const {code, stdout, ms, cpuMs, peakMb} = done;
			if (code !== 0 || !stdout.includes(`"saved":${files}`)) {
				throw new Error(`${figure.name}: ${code} ${stdout.slice(-500)}`);
			}

			asked = requests;
			figure.cpuMs = cpuMs ?? figure.cpuMs;
			figure.peakMb = peakMb ?? figure.peakMb;
			if (!isWatched || runs === 1) {
				figure.ms.push(ms);
			}

			rmSync(root, {recursive: true});
		}
	}

	await simulator.close();
	const bytes = activities.reduce(
		(sum, activity) =>
			formats.reduce((all, format) => all + (activity.file(format)?.byteLength ?? 0), sum),
		0,
	);
	return {
		requests: asked,
		bound: Math.max(
			(asked * latencyMs) / 1000 / defaultPlaces,
			bandwidth === undefined ? 0 : bytes / bandwidth,
		),
		bare: Math.min(...bare) / 1000,
		sequential: ((one / few.length / formats.length) * files) / 1000,
		builds: figures.map(({name, ms, cpuMs, peakMb}) => ({
			name,
			seconds: Math.min(...ms) / 1000,
			cpuMs,
			peakMb,
		})),
	};
};
