import {expect, test} from 'vitest';
import type {BackupEvent, Transfer} from '../../source/backup/event.js';
import {initialProgress, reduceProgress} from '../../source/backup/progress.js';

const transfer = (id: string, format: Transfer['format'] = 'fit'): Transfer => ({
	id,
	format,
	file: `2026-05-01_${id}.${format}`,
	name: `Run ${id}`,
	day: '2026-05-01',
});

const error = {code: 'bad-file', message: 'The file arrived damaged', hint: ''} as const;

const fold = (...events: BackupEvent[]) => events.reduce(reduceProgress, initialProgress);

const planned: BackupEvent = {
	type: 'planned',
	found: 3,
	toFetch: 3,
	upToDate: 2,
	unavailable: 1,
	dryRun: false,
};

test('a run is folded into counts, what is under way, and what came of the rest', () => {
	const progress = fold(
		{type: 'listing', found: 3, total: 3, unreadable: 0},
		planned,
		{type: 'transfer-started', transfer: transfer('1')},
		{type: 'transfer-started', transfer: transfer('2')},
		{type: 'transfer-started', transfer: transfer('3')},
		{type: 'progress', transfer: transfer('2'), received: 10, size: 20},
		{type: 'saved', transfer: transfer('1'), bytes: 100, sha256: 'x'},
		{type: 'failed', transfer: transfer('3'), error},
	);
	expect(progress).toMatchObject({phase: 'transferring', toFetch: 3, settled: 2});
	expect(progress.summary).toMatchObject({saved: 1, failed: 1, bytes: 100, upToDate: 2});
	expect(progress.active).toEqual([
		{transfer: transfer('2'), received: 10, size: 20, retrying: undefined},
	]);
	expect(progress.failures.map(({transfer: {id}}) => id)).toEqual(['3']);
});

test('a retry tells its reason, and a file put last is under way no more', () => {
	const retried = fold(
		planned,
		{type: 'transfer-started', transfer: transfer('1')},
		{
			type: 'retrying',
			transfer: transfer('1'),
			attempt: 2,
			attempts: 6,
			waitMs: 500,
			error,
		},
	);
	expect(retried.active[0]?.retrying).toEqual({
		attempt: 2,
		attempts: 6,
		reason: 'The file arrived damaged',
	});
	const last = reduceProgress(retried, {type: 'postponed', transfer: transfer('1'), error});
	expect(last.active).toEqual([]);
	expect(last.settled).toBe(0);
});

test('the formats of one activity are told apart', () => {
	const progress = fold(
		planned,
		{type: 'transfer-started', transfer: transfer('1', 'fit')},
		{type: 'transfer-started', transfer: transfer('1', 'tcx')},
		{type: 'saved', transfer: transfer('1', 'fit'), bytes: 1, sha256: 'x'},
	);
	expect(progress.active.map(({transfer: {format}}) => format)).toEqual(['tcx']);
});
