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
	expect(progress.failures).toMatchObject([{transfer: {id: '3'}}]);
});

test('details and wellness are counted after the files, each from the start', () => {
	const failed = {type: 'detail-failed', id: '2', file: '2-detail.json', error} as const;
	const details = fold(
		planned,
		{type: 'details-planned', found: 5, toFetch: 3, upToDate: 2, dryRun: false},
		{type: 'detail-saved', id: '1', file: '1-detail.json', bytes: 9},
		failed,
	);
	expect(details).toMatchObject({phase: 'details', extras: 3, extrasSettled: 2});
	expect(details.failures).toEqual([failed]);
	const wellness = reduceProgress(details, {
		type: 'wellness-planned',
		toFetch: 7,
		upToDate: 0,
		dryRun: false,
	});
	expect(wellness).toMatchObject({phase: 'wellness', extras: 7, extrasSettled: 0});
	expect(wellness.failures).toEqual([failed]);
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
		waitMs: 500,
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
