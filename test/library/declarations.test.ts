import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {compile, createConsumer, strictOptions} from '../helpers/consumer.js';

const program = `
import {
	type Activity,
	type BackupEvent,
	type Coros,
	type FitActivity,
	type Profile,
	type RelayoutSummary,
	type RepairEvent,
	type RepairRun,
	type RepairSummary,
	type Run,
	type AdoptEvent,
	type AdoptSummary,
	type VerifyEvent,
	adopt,
	connect,
	decodeFit,
	exportFormats,
	isKnownError,
	profiles,
	relayout,
	verify,
} from 'coros-tui';

export const names = async (coros: Coros): Promise<string[]> => {
	const activities: readonly Activity[] = await coros.activities({sports: ['run'], limit: 3});
	return activities.map(({name}) => name);
};

export const run = async (controller: AbortController): Promise<number> => {
	const coros = await connect({token: 'x', region: 'eu', signal: controller.signal});
	const seen: BackupEvent[] = [];
	for await (const event of coros.backUp({folder: 'x', formats: exportFormats})) {
		seen.push(event);
		if (event.type === 'failed' && event.error.code === 'rate-limited') {
			return event.transfer.file.length;
		}
	}

	const {saved, failed} = await coros.backUp({formats: ['fit']}).summary();
	const types: Array<VerifyEvent['type']> = [];
	for await (const {type} of verify('x')) types.push(type);
	return saved + failed;
};

export const takeOver = async (folder: string): Promise<number> => {
	const run: Run<AdoptEvent, AdoptSummary> = adopt(folder, {formats: ['fit'], dryRun: true});
	for await (const event of run) {
		if (event.type === 'to-repair') return event.reason.length;
	}

	const {moved}: RelayoutSummary = await relayout(folder, {nameTemplate: 'by-year'}).summary();
	return (await run.summary()).adopted + moved;
};

export const mend = async (coros: Coros, signal: AbortSignal): Promise<number> => {
	const run: RepairRun = coros.repair({folder: 'x', signal});
	const seen: RepairEvent[] = [];
	for await (const event of run) {
		seen.push(event);
		if (event.type === 'irreparable') return event.error.hint.length;
	}

	const {repaired, remaining}: RepairSummary = await coros.repair().summary();
	return repaired + remaining;
};

export const everybody = async (): Promise<number[]> =>
	Promise.all(
		profiles().map(async ({name, folder = name}: Profile) => {
			const coros = await connect({profile: name});
			const {details} = await coros.backUp({folder, details: true, wellness: true}).summary();
			return details?.saved ?? 0;
		}),
	);

export const pulse = (bytes: Uint8Array): number | undefined => {
	const fit: FitActivity = decodeFit(bytes);
	return fit.records.heartRate[0];
};

export const code = (error: unknown): string =>
	isKnownError(error) ? error.code satisfies string : 'unknown';

// What must not compile.
export const wrong = async (coros: Coros) => {
	// @ts-expect-error an e-mail without its password
	await connect({email: 'ann@example.org'});
	// @ts-expect-error no such format
	coros.backUp({formats: ['fits']});
	// @ts-expect-error what COROS lacks is all that is made
	coros.backUp({convert: 'all'});
	// @ts-expect-error a repair takes all that is wrong
	coros.repair({formats: ['fit']});
	// @ts-expect-error no such option
	await coros.activities({sport: 'run'});
};
`;

const projects = {
	'Node’s own resolution': {module: 'node16', moduleResolution: 'node16', types: ['node']},
	'a bundler’s resolution': {module: 'esnext', moduleResolution: 'bundler', types: ['node']},
	'no types but the web’s': {
		module: 'node16',
		moduleResolution: 'node16',
		types: [],
		lib: ['es2023', 'dom', 'dom.asynciterable'],
	},
};

test('the declarations serve a strict consumer, whatever resolves them, and need no other types', {
	timeout: 300_000,
}, () => {
	const folder = createConsumer();
	writeFileSync(path.join(folder, 'main.ts'), program);
	for (const [name, options] of Object.entries(projects)) {
		const compilerOptions = {...strictOptions, noEmit: true, ...options};
		const config = JSON.stringify({compilerOptions, files: ['main.ts']});
		writeFileSync(path.join(folder, 'tsconfig.json'), config);
		expect(compile(folder), name).toBe('');
	}

	const types = path.join(folder, 'node_modules/coros-tui/dist/types');
	const files = readdirSync(types, {recursive: true, encoding: 'utf8'});
	const declarations = files.filter((file) => file.endsWith('.d.ts'));
	expect(declarations.length).toBeGreaterThan(20);
	for (const file of declarations) {
		const text = readFileSync(path.join(types, file), 'utf8');
		expect(text, file).not.toMatch(/from '(?!\.)|\bany\b(?=[;,)\]>])/);
	}
});
