import {expect, test} from 'vitest';
import type {ArchiveEntry} from '../../../source/disk/archive-entry.js';
import type {ExportFormat} from '../../../source/domain/export-format.js';
import {countBackedUp, diskState} from '../../../source/ui/table/disk-state.js';
import {makeActivities} from '../activities.js';

const entry = (kind: ArchiveEntry['kind'] | undefined): ArchiveEntry | undefined =>
	kind && ({kind, at: '', reason: '', code: 'offline', message: '', file: ''} as never);

test.each([
	['saved', 'saved', 'all'],
	['saved', 'unavailable', 'all'],
	['saved', undefined, 'some'],
	['saved', 'failed', 'some'],
	[undefined, undefined, 'none'],
	['failed', 'unavailable', 'none'],
	['unavailable', 'unavailable', 'absent'],
] as const)('fit %s and tcx %s is %s', (fit, tcx, state) => {
	const entryOf = (_: string, format: ExportFormat) => entry(format === 'fit' ? fit : tcx);
	expect(diskState('1', ['fit', 'tcx'], entryOf)).toBe(state);
});

test('counts what needs nothing more, and nothing while the folder is unread', () => {
	const activities = makeActivities(4);
	const saved = new Set(activities.slice(0, 3).map(({id}) => id));
	const entryOf = (id: string) => (saved.has(id) ? entry('saved') : undefined);
	expect(countBackedUp(activities, ['fit'], entryOf)).toBe(3);
	expect(countBackedUp(activities, ['fit'], undefined)).toBeUndefined();
});
