import {describe, expect, test} from 'vitest';
import {initialProgress} from '../../../source/backup/progress.js';
import type {ArchiveEntry} from '../../../source/disk/archive-entry.js';
import {finish} from '../../../source/domain/steps.js';
import type {EntryOf} from '../../../source/services/services.js';
import type {Action} from '../../../source/ui/action.js';
import {seenActivity} from '../../../source/ui/detail/seen.js';
import {toRecording} from '../../../source/ui/detail/to-recording.js';
import {recordingState, wantedRecording} from '../../../source/ui/detail/wanted.js';
import {hintsFor} from '../../../source/ui/keys/hints.js';
import type {Model} from '../../../source/ui/model.js';
import {unicodeSymbols} from '../../../source/ui/symbols.js';
import {makeActivities} from '../activities.js';
import {makeFit} from '../fit-activities.js';
import {follow, openTable} from '../models.js';

const activities = makeActivities(5);
const [first, second] = activities.map(({id}) => id) as [string, string];

const onDisk = (...ids: readonly string[]): Action => ({
	type: 'archive-read',
	unlisted: [],
	entryOf: ((id, format) =>
		format === 'fit' && ids.includes(id)
			? ({kind: 'saved'} as ArchiveEntry)
			: undefined) as EntryOf,
});

const wide = {columns: 120, rows: 40};
const table = follow(openTable(activities, wide), onDisk(first, second));
const name = (model: Model) => seenActivity(model)?.name;
const read = (id: string): Action => ({
	type: 'recording-read',
	id,
	read: {kind: 'read', recording: finish(toRecording(makeFit()))},
});
const hints = (model: Model) => hintsFor(model, unicodeSymbols).map(({text}) => text);

describe('the detail', () => {
	test('opens on the row under the cursor, steps through the rows, and is left where it got to', () => {
		const detail = follow(table, 'j', 'enter');
		expect([detail.screen.name, name(detail)]).toEqual(['detail', 'Run 2']);
		expect(name(follow(detail, 'n'))).toBe('Run 3');
		expect(name(follow(detail, 'p'))).toBe('Run 1');
		expect(name(follow(detail, 'p', 'p', 'p'))).toBe('Run 1');
		expect(name(follow(detail, ...'nnnnnn'))).toBe('Run 5');
		const left = follow(detail, 'n', 'escape');
		expect([left.screen.name, left.table.cursor]).toEqual(['activities', 2]);
	});

	test('does not open where there is no row', () => {
		expect(follow(openTable([]), 'enter').screen.name).toBe('activities');
	});

	test('turns an open range into marks', () => {
		const detail = follow(table, 'v', 'j', 'enter', 'n', 'escape');
		expect(detail.table.marks.size).toBe(2);
		expect(detail.table.range).toBeUndefined();
	});

	test('stays on its activity when the rows no longer have it', () => {
		const all: Action = {
			type: 'archive-read',
			unlisted: [],
			entryOf: () => ({kind: 'saved'}) as ArchiveEntry,
		};
		const filtered = follow(table, 'N', 'j', 'enter');
		const gone = follow(filtered, all);
		expect(name(gone)).toBe('Run 2');
		const some = follow(filtered, {
			type: 'archive-read',
			unlisted: [],
			entryOf: (id) => (id === second ? ({kind: 'saved'} as ArchiveEntry) : undefined),
		});
		expect(name(some)).toBe('Run 2');
		expect(name(follow(some, 'n'))).toBe('Run 3');
		expect(name(follow(some, 'p'))).toBe('Run 1');
	});

	test('scrolls its laps no further than they go, and begins anew with the next', () => {
		const detail = follow(table, 'enter', read(first));
		const top = (model: Model) => model.screen.name === 'detail' && model.screen.top;
		expect(top(follow(detail, 'j'))).toBe(1);
		expect(top(follow(detail, 'j', 'j', 'j'))).toBe(1);
		expect(top(follow(detail, 'j', 'k', 'k'))).toBe(0);
		expect(top(follow(detail, 'j', 'n'))).toBe(0);
	});
});

describe('the recording', () => {
	test('is wanted while it is in sight, on disk and not read yet', () => {
		expect(wantedRecording(table)).toBeUndefined();
		expect(wantedRecording(follow(table, 'p'))).toBe(first);
		expect(wantedRecording(follow(table, 'p', 'j'))).toBe(second);
		expect(wantedRecording(follow(table, 'p', 'j', 'j'))).toBeUndefined();
		expect(wantedRecording(follow(table, 'enter'))).toBe(first);
		expect(wantedRecording(follow(table, 'enter', read(first)))).toBeUndefined();
	});

	test('is not wanted where the pane has no room', () => {
		const narrow: Action = {type: 'resized', columns: 109, rows: 40};
		expect(wantedRecording(follow(table, 'p', narrow))).toBeUndefined();
		expect(wantedRecording(follow(table, narrow, 'enter'))).toBe(first);
	});

	test('that could not be read is tried again when the folder was', () => {
		const failed = follow(table, 'enter', {
			type: 'recording-read',
			id: first,
			read: {kind: 'gone'},
		});
		expect(wantedRecording(failed)).toBeUndefined();
		expect(wantedRecording(follow(failed, onDisk(first)))).toBe(first);
	});
});

describe('a file that is not on disk', () => {
	const missing = follow(table, 'G', 'enter');
	const finished = (summary = {}): Action => ({
		type: 'job-finished',
		progress: {...initialProgress, summary: {...initialProgress.summary, saved: 1, ...summary}},
		at: 1,
	});

	test('is fetched alone, and shown afterwards', () => {
		expect(hints(missing)).toContain('fetch FIT');
		const fetching = follow(missing, 'f');
		expect(fetching.screen).toMatchObject({
			name: 'backup',
			job: {request: {formats: ['fit'], activities: [{name: 'Run 5'}]}},
		});
		expect(fetching.formats).toEqual(['fit', 'tcx']);
		const back = follow(fetching, finished());
		expect([back.screen.name, name(back)]).toEqual(['detail', 'Run 5']);
		expect(back.archive.reading).toBe(missing.archive.reading + 1);
	});

	test('says in the summary why it did not come, and goes back from there', () => {
		const failed = follow(missing, 'f', finished({saved: 0, failed: 1}));
		expect(failed.screen.name).toBe('summary');
		expect(name(follow(failed, 'escape'))).toBe('Run 5');
		const again = follow(failed, 'r', finished());
		expect([again.screen.name, name(again)]).toEqual(['detail', 'Run 5']);
	});

	test('is not offered where it is there, or where COROS has none', () => {
		expect(hints(follow(table, 'enter'))).not.toContain('fetch FIT');
		expect(follow(table, 'enter', 'f').screen.name).toBe('detail');
		const none = follow(missing, {
			type: 'archive-read',
			unlisted: [],
			entryOf: () => ({kind: 'unavailable'}) as ArchiveEntry,
		});
		expect(hints(none)).not.toContain('fetch FIT');
		expect(follow(none, 'f').screen.name).toBe('detail');
		const row = seenActivity(none);
		expect(row && recordingState(none, row)).toEqual({kind: 'missing', isUnavailable: true});
	});
});
