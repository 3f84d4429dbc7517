import {describe, expect, test} from 'vitest';
import {
	type CheckProgress,
	initialCheck,
	reduceCheck,
} from '../../../source/backup/check-progress.js';
import type {RepairEvent} from '../../../source/backup/repair.js';
import {type ErrorReport, KnownError, toErrorReport} from '../../../source/domain/known-error.js';
import type {Action} from '../../../source/ui/action.js';
import type {Model} from '../../../source/ui/model.js';
import {makeActivities} from '../activities.js';
import {draw} from '../draw.js';
import {follow, openTable} from '../models.js';

const problem = (file: string): RepairEvent => ({
	type: 'problem',
	kind: 'damaged',
	id: '1',
	format: 'fit',
	file,
	reason: 'checksum does not match',
});

const folderBusy = toErrorReport(new KnownError('folder-busy'));

const fold = (...events: readonly RepairEvent[]): CheckProgress =>
	events.reduce(reduceCheck, initialCheck);

const over = (progress: CheckProgress, error?: ErrorReport): Action => ({
	type: 'check-finished',
	progress: {...progress, phase: 'finished'},
	error,
});

const begin = (): Model => follow(openTable(makeActivities(3)), 'V');

const textOf = (model: Model): string => draw(model).join('\n');

describe('a check of the files', () => {
	test('begins with V, counts, and says that all is well', () => {
		const model = begin();
		expect(textOf(model)).toContain('Checking every file on disk');
		const half = follow(model, {
			type: 'check-progressed',
			progress: fold({type: 'verifying', checked: 5, total: 10}),
		});
		expect(textOf(half)).toMatch(/50 % +5 of 10 files/);
		const done = follow(half, over(fold()));
		expect(textOf(done)).toContain('Every file is whole');
		expect(textOf(done)).not.toContain('fetch anew');
		expect(follow(done, 'escape').screen.name).toBe('activities');
	});

	test('calls no folder whole that holds no backup', () => {
		const verified: RepairEvent = {
			type: 'verified',
			checked: 0,
			problems: 0,
			unknown: 1,
			setAside: 0,
			bytes: 0,
			durationMs: 1,
		};
		const done = textOf(follow(begin(), over(fold(verified))));
		expect(done).toContain('Nothing to check: this folder holds no backup');
		expect(done).toContain('1 unknown file left alone');
		expect(done).not.toContain('whole');
	});

	test('names what is bad, and fetches it anew when asked', () => {
		const found = follow(begin(), over(fold(problem('a.fit'), problem('b.fit'))));
		expect(textOf(found)).toMatch(/2 problems found[\s\S]*a\.fit: checksum does not match/);
		expect(textOf(found)).toContain('r fetch anew');
		const repairing = follow(found, 'r');
		expect(repairing.screen).toMatchObject({check: {request: {isRepair: true}}});
		const ending: RepairEvent = {
			type: 'repaired',
			problems: 2,
			repaired: 2,
			remaining: 0,
			failed: 0,
			durationMs: 1,
			cancelled: false,
		};
		const mended = follow(repairing, over(fold(problem('a.fit'), problem('b.fit'), ending)));
		expect(textOf(mended)).toContain('Repaired: every file is whole');
		expect(mended.archive.reading).toBeGreaterThan(repairing.archive.reading);
	});

	test('is not mended while it runs, or where nothing is wrong', () => {
		const running = follow(begin(), {type: 'check-progressed', progress: fold(problem('a.fit'))});
		expect(follow(running, 'r').screen).toEqual(running.screen);
		const fine = follow(begin(), over(fold()));
		expect(follow(fine, 'r').screen).toEqual(fine.screen);
	});

	test('stops when it is left, by Esc or Ctrl-C, and only then shows the table', () => {
		for (const key of ['escape', '^c']) {
			const stopping = follow(begin(), key);
			expect(stopping.screen).toMatchObject({name: 'check', check: {isStopping: true}});
			expect(stopping.exit).toBeUndefined();
			expect(follow(stopping, over(fold())).screen.name).toBe('activities');
		}

		expect(follow(begin(), '^c', '^c').exit).toBeDefined();
	});

	test('says what kept it from its end, in words for somebody in the app', () => {
		const ended = follow(begin(), over(fold(), folderBusy));
		expect(textOf(ended)).toMatch(/Stopped by a problem[\s\S]*choose another folder/);
	});

	test('asks to sign in when the session is over', () => {
		const ended = follow(
			begin(),
			over(fold(problem('a.fit'))),
			'r',
			over(fold(problem('a.fit')), toErrorReport(new KnownError('session-expired'))),
		);
		expect(ended.screen.name).toBe('sign-in');
	});

	test('keeps a thousand problems in mind, and counts all', () => {
		const events = Array.from({length: 1500}, (_, index) => problem(`${index}.fit`));
		const {problems, problemCount} = fold(...events);
		expect([problems.length, problemCount]).toEqual([1000, 1500]);
	});
});

test('a repair counts details and wellness with the files', () => {
	const about = {id: '1', file: '2026-05-01_1-detail.json'};
	const plan = {found: 1, upToDate: 0, dryRun: false};
	const {toFetch, settled} = fold(
		{type: 'planned', ...plan, toFetch: 2, unavailable: 0},
		{type: 'details-planned', ...plan, toFetch: 1},
		{type: 'detail-saved', ...about, bytes: 1},
		{type: 'wellness-planned', toFetch: 1, upToDate: 0, dryRun: false},
		{type: 'wellness-failed', file: 'wellness/2026-05.json', error: folderBusy},
	);
	expect({toFetch, settled}).toEqual({toFetch: 4, settled: 2});
});
