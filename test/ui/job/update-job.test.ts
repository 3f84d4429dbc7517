import {describe, expect, test} from 'vitest';
import {type BackupProgress, initialProgress} from '../../../source/backup/progress.js';
import type {Action} from '../../../source/ui/action.js';
import {makeActivities} from '../activities.js';
import {follow, openTable} from '../models.js';

const table = openTable(makeActivities(10));
const running = follow(table, 'b', 'enter');

const withSummary = (summary: Partial<BackupProgress['summary']>): BackupProgress => ({
	...initialProgress,
	phase: 'finished',
	summary: {...initialProgress.summary, found: 10, ...summary},
});

const finished = (summary: Partial<BackupProgress['summary']> = {}): Action => ({
	type: 'job-finished',
	progress: withSummary(summary),
	at: 5000,
});

describe('a running backup', () => {
	test('carries the newest snapshot and the time since its first', () => {
		const model = follow(
			running,
			{type: 'job-progressed', progress: initialProgress, at: 1000},
			{type: 'job-progressed', progress: {...initialProgress, toFetch: 7}, at: 3000},
		);
		expect(model.screen).toMatchObject({
			name: 'backup',
			job: {progress: {toFetch: 7}, startedAt: 1000, now: 3000},
		});
	});

	test.each([['escape'], ['^c']])('is asked to stop by %s, and goes on until it has', (key) => {
		const model = follow(running, key);
		expect(model.screen).toMatchObject({name: 'backup', job: {isStopping: true}});
		expect(model.exit).toBeUndefined();
		expect(follow(model, finished({cancelled: true})).screen.name).toBe('summary');
	});

	test('is broken off by a second Ctrl-C, which tells what came so far', () => {
		const model = follow(
			running,
			{type: 'job-progressed', progress: withSummary({saved: 3, bytes: 4_200_000}), at: 1},
			'escape',
			'^c',
		);
		expect(model.exit).toEqual({
			message:
				'Saved 3 files (4.2 MB) in /home/ann/coros_activities. The backup was broken off; the next one goes on from there.',
			exitCode: 130,
		});
	});

	test('is asked about before the app is quit', () => {
		const asked = follow(running, 'q');
		expect(asked.overlay).toEqual({name: 'quit'});
		expect(follow(asked, 'n').overlay).toBeUndefined();
		expect(follow(asked, 'escape').exit).toBeUndefined();
	});

	test('ends cleanly before the app that is quit', () => {
		const quitting = follow(running, 'q', 'y');
		expect(quitting.exit).toBeUndefined();
		expect(quitting.screen).toMatchObject({job: {isStopping: true}});
		const ended = follow(quitting, finished({saved: 1, bytes: 1000, cancelled: true}));
		expect(ended.exit).toEqual({
			message: 'Saved 1 file (1 kB) in /home/ann/coros_activities.',
			exitCode: 0,
		});
	});

	test('ends cleanly before a process that is terminated', () => {
		const model = follow(running, {type: 'terminated'});
		expect(model.exit).toBeUndefined();
		expect(follow(model, finished({cancelled: true})).exit).toBeDefined();
	});

	test('closes a question it outlives', () => {
		expect(follow(running, 'q', finished()).overlay).toBeUndefined();
	});
});

describe('a finished backup', () => {
	const summary = follow(running, finished({saved: 2, bytes: 2000, failed: 1}));

	test('has the folder read again', () => {
		expect(summary.archive.reading).toBe(running.archive.reading + 1);
		expect(summary.list.reading).toBe(running.list.reading);
	});

	test('has the list read again when it found more than was known', () => {
		expect(follow(running, finished({found: 11})).list).toMatchObject({
			phase: 'loading',
			full: false,
		});
	});

	test('is tried again with the same request, as another run', () => {
		const before = running.screen.name === 'backup' ? running.screen.job.request : undefined;
		const retried = follow(summary, 'r');
		const request = retried.screen.name === 'backup' ? retried.screen.job.request : undefined;
		expect(request).toEqual(before);
		expect(request).not.toBe(before);
		expect(retried.screen).toMatchObject({job: {progress: initialProgress, isStopping: false}});
	});

	test.each([['enter'], ['escape']])('goes back to the table by %s', (key) => {
		expect(follow(summary, key).screen).toEqual({name: 'activities'});
	});

	test('leaves the marks', () => {
		const model = follow(table, 'a', 'e', 'enter', finished(), 'enter');
		expect(model.table.marks.size).toBe(10);
	});

	test('counts what was saved since the app was started', () => {
		const again = follow(summary, 'r', finished({saved: 3, bytes: 3000}), 'q');
		expect(again.exit).toEqual({
			message: 'Saved 5 files (5 kB) in /home/ann/coros_activities.',
			exitCode: 0,
		});
	});
});

describe('leaving the app', () => {
	test('by q is quiet when nothing was saved', () => {
		expect(follow(table, 'q').exit).toEqual({message: '', exitCode: 0});
	});

	test('by Ctrl-C says 130', () => {
		expect(follow(table, '^c').exit).toEqual({message: '', exitCode: 130});
	});
});
