import {afterEach, expect, test} from 'vitest';
import type {BackupEvent} from '../../source/backup/event.js';
import {emptySummary} from '../../source/backup/progress.js';
import type {ArchiveEntry} from '../../source/disk/archive-entry.js';
import type {Services} from '../../source/services/services.js';
import {makeActivities} from './activities.js';
import {createFakeServices} from './fake-services.js';
import {makeFit} from './fit-activities.js';
import {openApp, type Terminal} from './terminal.js';

const controlC = '\u0003';
const saved = {kind: 'saved'} as ArchiveEntry;

let open: Terminal | undefined;

const start = (services: Partial<Services>, size = {columns: 120, rows: 40}): Terminal => {
	open = openApp(createFakeServices({activities: makeActivities(50), ...services}), size);
	return open;
};

afterEach(async () => {
	open?.type(controlC + controlC);
	await open?.result;
	open = undefined;
});

const idOf = (number: number): string => makeActivities(1, number)[0]?.id ?? '';

test('the preview reads the file on which the cursor rests, not those it passes', async () => {
	const asked: string[] = [];
	const app = start({
		readArchive: async () => ({entryOf: () => saved, unlisted: []}),
		readFit: async (id) => {
			asked.push(id);
			return makeFit();
		},
	});
	await app.until(/Run 1 /);
	app.type('jjjjjjjjjp');
	await app.until(/╭─ Run 10 ─[\s\S]*Heart rate, bpm[\s\S]*2 laps/);
	expect(asked).toEqual([idOf(10)]);
	app.type('k');
	await app.until(/╭─ Run 9 ─[\s\S]*Heart rate, bpm/);
	app.type('j');
	await app.until(/╭─ Run 10 ─[\s\S]*Heart rate, bpm/);
	expect(asked).toEqual([idOf(10), idOf(9)]);
});

test('what comes too late for the cursor is not shown as something else', async () => {
	const answers = new Map<string, () => void>();
	const app = start({
		readArchive: async () => ({entryOf: () => saved, unlisted: []}),
		readFit: (id) =>
			new Promise((resolve) => {
				answers.set(id, () => resolve(makeFit()));
			}),
	});
	const answer = async (number: number) => {
		while (!answers.has(idOf(number))) {
			await new Promise(setImmediate);
		}

		answers.get(idOf(number))?.();
	};
	await app.until(/Run 1 /);
	app.type('p');
	await app.until(/╭─ Run 1 ─[\s\S]*Reading the FIT file/);
	while (!answers.has(idOf(1))) {
		await new Promise(setImmediate);
	}

	app.type('j');
	await app.until(/╭─ Run 2 ─[\s\S]*Reading the FIT file/);
	await answer(1);
	await answer(2);
	const lines = await app.until(/╭─ Run 2 ─[\s\S]*Heart rate, bpm/);
	expect(lines.join('\n')).not.toContain('Reading the FIT file');
});

test('a file that cannot be read says so and leaves the rest usable', async () => {
	const app = start({
		readArchive: async () => ({entryOf: () => saved, unlisted: []}),
		readFit: async () => {
			throw new Error('the disk is on fire');
		},
	});
	await app.until(/Run 1 /);
	app.type('\r');
	await app.until(/Run 1 +1\/50[\s\S]*Distance 1\.00 km/);
	app.type('n');
	await app.until(/Run 2 +2\/50/);
});

test('a missing FIT file is fetched from the detail, which then shows it', async () => {
	const onDisk = new Set<string>();
	const requests: unknown[] = [];
	const app = start({
		readArchive: async () => {
			const known = new Set(onDisk);
			return {
				entryOf: (id, format) => (format === 'fit' && known.has(id) ? saved : undefined),
				unlisted: [],
			};
		},
		readFit: async (id) => (onDisk.has(id) ? makeFit() : undefined),
		async *backUp(_client, request): AsyncGenerator<BackupEvent> {
			requests.push({formats: request.formats, ids: request.activities?.map(({id}) => id)});
			onDisk.add(idOf(2));
			yield {type: 'finished', ...emptySummary, found: 1, saved: 1};
		},
	});
	await app.until(/Run 1 /);
	app.type('j\r');
	await app.until(/Run 2 +2\/50[\s\S]*not on disk[\s\S]*f fetch FIT/);
	app.type('f');
	await app.until(/Run 2 +2\/50[\s\S]*Heart rate, bpm[\s\S]*LAP/);
	expect(requests).toEqual([{formats: ['fit'], ids: [idOf(2)]}]);
	app.type('\u001B');
	await app.until(/❯\[ \].*Run 2 /);
});
