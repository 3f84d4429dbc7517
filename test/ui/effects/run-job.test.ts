import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import type {BackupEvent, Transfer} from '../../../source/backup/event.js';
import {emptySummary} from '../../../source/backup/progress.js';
import {KnownError} from '../../../source/domain/known-error.js';
import type {Action, JobAction} from '../../../source/ui/action.js';
import {runJob} from '../../../source/ui/effects/run-job.js';
import type {KeyPress} from '../../../source/ui/keys/key-press.js';
import {createFakeServices} from '../fake-services.js';

const transfer = (id: number): Transfer => ({
	id: String(id),
	format: 'fit',
	file: `${id}.fit`,
	name: 'Run',
	day: '2026-11-18',
});

const run = async (events: () => AsyncGenerator<BackupEvent>) => {
	const sent: Array<Action | KeyPress> = [];
	const services = createFakeServices({backUp: events});
	await runJob(services, {formats: ['fit']}, new AbortController().signal, (action) => {
		sent.push(action);
	});
	return sent as JobAction[];
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a run of the engine', () => {
	test('folds thousands of events into a few snapshots, four a second', async () => {
		const sent = await run(async function* () {
			yield {
				type: 'planned',
				found: 4000,
				toFetch: 4000,
				upToDate: 0,
				unavailable: 0,
				dryRun: false,
			};
			for (let id = 0; id < 4000; id += 1) {
				yield {type: 'transfer-started', transfer: transfer(id)};
				yield {type: 'saved', transfer: transfer(id), bytes: 10, sha256: ''};
				vi.advanceTimersByTime(1);
			}

			yield {type: 'finished', ...emptySummary, saved: 4000};
		});
		expect(sent.length).toBeGreaterThan(10);
		expect(sent.length).toBeLessThan(25);
		expect(sent.slice(0, -1).map(({type}) => type)).not.toContain('job-finished');
	});

	test('never loses the last snapshot', async () => {
		const sent = await run(async function* () {
			yield {type: 'saved', transfer: transfer(1), bytes: 10, sha256: ''};
			yield {type: 'finished', ...emptySummary, saved: 1, bytes: 10};
		});
		vi.advanceTimersByTime(10_000); // Nothing comes after it.
		expect(sent.at(-1)).toMatchObject({
			type: 'job-finished',
			progress: {phase: 'finished', settled: 1, summary: {saved: 1, bytes: 10}},
		});
	});

	test('ends with what went wrong when the engine itself breaks', async () => {
		const sent = await run(async function* () {
			yield {type: 'listing', found: 1, total: 1, unreadable: 0};
			throw new KnownError('sign-in-needed');
		});
		expect(sent.at(-1)).toMatchObject({
			type: 'job-finished',
			progress: {phase: 'finished', summary: {error: {code: 'sign-in-needed'}}},
		});
	});

	test('calls nothing a failure that was a wish to stop', async () => {
		const sent = await run(async function* () {
			yield {type: 'listing', found: 1, total: 1, unreadable: 0};
			throw new DOMException('stopped', 'AbortError');
		});
		expect(sent.at(-1)).toMatchObject({progress: {summary: {cancelled: true}}});
	});
});
