import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	realpathSync,
	utimesSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {expect} from 'vitest';
import type {ExportFormat} from '../../source/domain/export-format.js';
import type {SimulatedAccount} from '../../source/simulator/accounts.js';
import {type Simulator, startSimulator} from '../../source/simulator/start-simulator.js';
import {archiveFolder, goldenFiles, readArchiveFiles} from '../helpers/backup.js';
import {type ProgramResult, type RunOptions, startProgram} from '../helpers/run-program.js';
import {account, ann} from '../helpers/simulator.js';
import {removeFolder} from '../helpers/temporary-folder.js';

/** What `hook.js` does inside the program. */
export type CrashPlan = {
	readonly kill?: {readonly step: number; readonly when: 'before' | 'half' | 'after'};
	/** Refuses one step, or that and all after it, or every call of a kind, on some files alone. */
	readonly fail?: {
		readonly step?: number;
		readonly op?: string;
		/** How the names of those files end. */
		readonly ending?: string;
		/** How the names end that are given to them. */
		readonly to?: string;
		/** Not more often than so; then it works. */
		readonly times?: number;
		readonly code: string;
		readonly forGood?: boolean;
	};
	/** Moves a folder away, as a disk that is pulled out; its mount point may stay, empty. */
	readonly vanish?: {
		readonly step: number;
		readonly folder: string;
		readonly leaves: 'nothing' | 'mount-point';
	};
};

/** One thing the program did to its files. */
export type Step = {
	readonly step: number;
	readonly op: string;
	readonly file: string;
	readonly to?: string;
	/** Where a state file takes its name: the files it speaks of. */
	readonly says?: readonly string[];
	readonly flags?: string | number;
};

export const formats: readonly ExportFormat[] = ['fit', 'tcx'];

// On Windows a path would be no address that can be imported.
const hook = pathToFileURL(path.resolve(import.meta.dirname, 'hook.js')).href;

/** A COROS, a home and an archive of one experiment's own. */
export type Experiment = {
	readonly root: string;
	readonly archive: string;
	readonly config: string;
	readonly simulator: Simulator;
	readonly account: SimulatedAccount;
	/** Runs the real program, with the hook where there is a plan or a record is wanted. */
	backUp(options?: {
		readonly plan?: CrashPlan;
		readonly record?: boolean;
		readonly args?: readonly string[];
		/** Another command than the backup. */
		readonly command?: readonly string[] | undefined;
		readonly env?: NodeJS.ProcessEnv;
		readonly onStart?: (child: ReturnType<typeof startProgram>['child']) => void;
		readonly run?: RunOptions;
	}): Promise<ProgramResult>;
	/** Called before the folder is removed, whatever happens. */
	atEnd(work: () => void): void;
	/** What was recorded, oldest first. */
	steps(): Step[];
	/** The files asked of the file host so far. */
	fetched(): string[];
};

/** Runs an experiment in a fresh folder, or a copy of one, and leaves nothing behind. */
export const experiment = async <Result>(
	activities: SimulatedAccount['activities'],
	template: string | undefined,
	work: (lab: Experiment) => Promise<Result>,
): Promise<Result> => {
	const root = realpathSync.native(mkdtempSync(path.join(tmpdir(), 'coros-tui-crash-')));
	const one = account({activities: [...activities]});
	const simulator = await startSimulator({accounts: [one], record: true});
	const endings: Array<() => void> = [];
	try {
		if (template !== undefined) {
			cpSync(template, root, {recursive: true});
			const session = path.join(root, 'config', 'session.json');
			if (existsSync(session)) {
				simulator.accounts.admit(
					one,
					JSON.parse(readFileSync(session, 'utf8')).session.accessToken,
				);
			}
		}

		const archive = archiveFolder({root});
		const config = path.join(root, 'config');
		const record = path.join(root, 'steps.jsonl');
		return await work({
			root,
			archive,
			config,
			simulator,
			account: one,
			backUp({plan, record: isRecorded = false, args = [], command, env = {}, onStart, run} = {}) {
				const isHooked = plan !== undefined || isRecorded;
				const program = startProgram(
					[
						...(command ?? [
							'backup',
							'--json',
							'--format',
							formats.join(','),
							'--concurrency',
							'1',
						]),
						...args,
					],
					{
						...run,
						nodeArgs: [...(isHooked ? ['--import', hook] : []), ...(run?.nodeArgs ?? [])],
						env: {
							HOME: root,
							COROS_TUI_BASE_URL: simulator.baseUrl,
							COROS_TUI_CONFIG_DIR: config,
							COROS_TUI_BACKUP_DIR: archive,
							COROS_TUI_RETRY_DELAY: '1',
							COROS_TUI_EMAIL: ann.email,
							COROS_TUI_PASSWORD: ann.password,
							...(isHooked && {
								CRASH_PLAN: JSON.stringify({
									...plan,
									roots: [archive, config],
									...(isRecorded && {record}),
								}),
							}),
							...env,
						},
					},
				);
				onStart?.(program.child);
				return program.finished;
			},
			atEnd: (ending) => void endings.push(ending),
			steps: () =>
				readFileSync(record, 'utf8')
					.split('\n')
					.filter((line) => line !== '')
					.map((line) => JSON.parse(line) as Step),
			fetched: () =>
				simulator.requests.filter(({host}) => host === 'file').map(({path: name}) => name),
		});
	} finally {
		for (const ending of endings) {
			ending();
		}

		await simulator.close();
		removeFolder(root);
	}
};

/** Whether a run did not end by itself. Windows tells nobody how a process was ended: it says nothing. */
export const wasKilled = ({code, signal, stderr}: ProgramResult): boolean =>
	signal === 'SIGKILL' || (process.platform === 'win32' && code === 1 && stderr === '');

/** Every name below a folder, but the folder's own. */
export const namesBelow = (folder: string): string[] =>
	existsSync(folder) ? readdirSync(folder, {recursive: true, encoding: 'utf8'}).sort() : [];

type StateFacts = Record<string, unknown>;

/** What a state file says, without its moments and the order in which files came. */
export const readFacts = (archive: string): StateFacts => {
	const state = JSON.parse(
		readFileSync(path.join(archive, '.corosexport_state.json'), 'utf8'),
		(key, value) => (key === 'at' || key === 'last_backup_timestamp' ? undefined : value),
	) as Record<string, unknown>;
	const {downloaded_activity_ids: ids, last_synced_activity_id: last, coros_tui: ours} = state;
	const {sha256: _1, described_list: _2, ...known} = ours as Record<string, unknown>;
	return {
		...state,
		downloaded_activity_ids: [...(ids as string[])].sort(),
		last_synced_activity_id: (ids as string[]).includes(String(last)),
		coros_tui: known,
	};
};

/** What a test itself put in the way of the program. */
export const planted = {file: 'half', state: '{"torn'} as const;

/**
 * The archive's rule, at any moment and whatever happened: what has a final name is whole, and
 * metadata and state are whole or absent.
 */
export const expectOnlyWholeFiles = (lab: Experiment): void => {
	if (!existsSync(lab.archive)) {
		return;
	}

	const golden = goldenFiles(lab.account, formats);
	for (const [name, bytes] of readArchiveFiles(lab)) {
		if (String(bytes) !== planted.file) {
			expect(bytes.equals(golden.get(name) ?? Buffer.of()), `${name} is whole`).toBe(true);
		}
	}

	for (const name of readdirSync(lab.archive)) {
		if (name.endsWith('-metadata.json') || name === '.corosexport_state.json') {
			const text = readFileSync(path.join(lab.archive, name), 'utf8');
			expect(text === planted.state || JSON.parse(text), `${name} is whole`).toBeTruthy();
		}
	}
};

/** Golden files that are not there whole. */
export const missingFiles = (lab: Experiment): string[] => {
	const found = existsSync(lab.archive) ? readArchiveFiles(lab) : new Map<string, Buffer>();
	return [...goldenFiles(lab.account, formats)]
		.filter(([name, bytes]) => !found.get(name)?.equals(bytes))
		.map(([name]) => name);
};

/** Makes what lies in a folder look as if a quarter of an hour had passed. */
export const letTimePass = (folder: string): void => {
	const then = new Date(Date.now() - 15 * 60_000);
	for (const name of namesBelow(folder)) {
		utimesSync(path.join(folder, name), then, then);
	}
};

/** Runs jobs, so many at a time, to the last one; then throws the failures, if there are any. */
export const inParallel = async <Job>(
	jobs: readonly Job[],
	work: (job: Job) => Promise<void>,
	limit = 3,
): Promise<void> => {
	const failures: Error[] = [];
	let next = 0;
	const worker = async () => {
		for (let job = jobs[next++]; job !== undefined; job = jobs[next++]) {
			await work(job).catch((error: Error) => failures.push(error));
		}
	};
	await Promise.all(Array.from({length: limit}, worker));
	const [first] = failures;
	if (first) {
		const all = failures.slice(0, 20).map(({message}) => message);
		throw new Error(`${failures.length} of ${jobs.length} failed:\n${all.join('\n')}`, {
			cause: first.cause,
		});
	}
};

/** Whether every experiment is asked for, as `npm run crash` does, or a sample. */
export const isEverything = process.env.CRASH === 'all';

/** Many programs are started: no test here is to fail because a machine is busy. */
export const patience = {testTimeout: isEverything ? 12 * 3_600_000 : 300_000};

/** Every job where all are asked for, else every so many-th from a fixed place. */
export const sample = <Job>(jobs: readonly Job[], every: number, seed = 0): Job[] =>
	process.env.CRASH === 'all'
		? [...jobs]
		: jobs.filter((_, index) => index % every === seed % every);

/** A folder to copy, made once by `work`. */
export const keepTemplate = (lab: Experiment, into: string): string => {
	mkdirSync(into, {recursive: true});
	for (const name of ['archive', 'config']) {
		cpSync(path.join(lab.root, name), path.join(into, name), {recursive: true});
	}

	return into;
};
