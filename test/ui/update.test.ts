import {describe, expect, test} from 'vitest';
import {initialCheck} from '../../source/backup/check-progress.js';
import {initialProgress} from '../../source/backup/progress.js';
import {finish} from '../../source/domain/steps.js';
import type {EntryOf} from '../../source/services/services.js';
import type {Action} from '../../source/ui/action.js';
import {toRecording} from '../../source/ui/detail/to-recording.js';
import type {KeyPress} from '../../source/ui/keys/key-press.js';
import {keymap} from '../../source/ui/keys/keymap.js';
import {reduce} from '../../source/ui/keys/press.js';
import {shownRows} from '../../source/ui/table/rows.js';
import {fc} from '../helpers/fast-check.js';
import {makeActivities, wickedNames} from './activities.js';
import {makeFit} from './fit-activities.js';
import {openTable, press} from './models.js';
import {makeProfiles} from './profiles/profiles.js';

const letters = [...'abejVvikus/rRSgGqyn?12345 xunRfdNpfdN+->2..:"'];
const everyKey = [...new Set([...keymap.flatMap(({keys}) => keys), ...letters, ...wickedNames])];

// Quitting ends the story, so it is rare.
const keyPress = fc
	.constantFrom(...everyKey.filter((key) => key !== '^c' && key !== 'q'))
	.map(press);
const ending = fc.constantFrom('^c', 'q').map(press);

const list = fc
	.record({count: fc.integer({min: 0, max: 30}), first: fc.integer({min: 1, max: 30})})
	.map(({count, first}) => makeActivities(count, first));

const recording = {kind: 'read', recording: finish(toRecording(makeFit({count: 30})))} as const;

const progress = fc.record({saved: fc.nat(50), failed: fc.nat(5)}).map(({saved, failed}) => ({
	...initialProgress,
	phase: 'transferring' as const,
	toFetch: 60,
	settled: saved + failed,
	summary: {...initialProgress.summary, saved, failed, found: 60},
}));

const news: fc.Arbitrary<Action> = fc.oneof(
	fc
		.record({columns: fc.integer({min: 1, max: 220}), rows: fc.integer({min: 1, max: 70})})
		.map<Action>((size) => ({type: 'resized', ...size})),
	list.map<Action>((activities) => ({
		type: 'list-grew',
		step: {activities, found: activities.length, total: 99, unreadable: 1},
	})),
	fc.record({activities: list, complete: fc.boolean()}).map<Action>(({activities, complete}) => ({
		type: 'list-read',
		listing: {activities, complete, listedAt: '', full: true, unreadable: 0, total: 9},
	})),
	fc.constant<Action>({
		type: 'list-failed',
		error: {code: 'offline', message: 'No network', hint: 'Check the cable.'},
	}),
	progress.map<Action>((value) => ({
		type: 'job-progressed',
		progress: value,
		at: value.settled * 100,
	})),
	progress.map<Action>((value) => ({
		type: 'job-finished',
		progress: value,
		at: value.settled * 100,
	})),
	fc
		.record({problemCount: fc.nat(3), isOver: fc.boolean()})
		.map<Action>(({problemCount, isOver}) => {
			const seen = {...initialCheck, checked: 5, total: 9, problemCount};
			return isOver
				? {type: 'check-finished', progress: {...seen, phase: 'finished'}, error: undefined}
				: {type: 'check-progressed', progress: seen};
		}),
	fc.nat(40).map<Action>((count) => ({type: 'profiles-read', profiles: makeProfiles(count)})),
	fc.constant<Action>({type: 'terminated'}),
	fc.constantFrom('2026-11-22', '2026-11-23', '2027-01-01').map<Action>((today) => ({
		type: 'minute-passed',
		at: Date.parse(today),
		today,
	})),
	fc.constantFrom('saved', 'unavailable', 'failed', undefined).map<Action>((kind) => ({
		type: 'archive-read',
		unlisted: kind === 'saved' ? makeActivities(3, 40) : [],
		entryOf: (id) => (kind && /[13579]$/.test(id) ? ({kind} as ReturnType<EntryOf>) : undefined),
	})),
	fc.nat(30).map<Action>((index) => ({
		type: 'recording-read',
		id: makeActivities(1, index)[0]?.id ?? '',
		read: recording,
	})),
);

const input: fc.Arbitrary<Action | KeyPress> = fc.oneof(
	{arbitrary: keyPress, weight: 30},
	{arbitrary: news, weight: 8},
	{arbitrary: ending, weight: 1},
);

const isUnmarking = (step: Action | KeyPress) =>
	step.type === 'key-pressed' && ['space', 'i', 'u', 'escape'].includes(step.key);

describe('whatever keys, resizes and news of the engine come, the app', () => {
	test('never throws, keeps the cursor on a row and every mark nobody took away', () => {
		fc.assert(
			fc.property(fc.array(input, {maxLength: 120}), (steps) => {
				let model = openTable(makeActivities(20));
				for (const step of steps) {
					const {marks} = model.table;
					model = reduce(model, step);
					const {cursor, top, marks: kept} = model.table;
					const count = shownRows(model).length;
					expect(cursor).toBeGreaterThanOrEqual(0);
					expect(cursor).toBeLessThan(Math.max(1, count));
					expect(top).toBeGreaterThanOrEqual(0);
					if (!isUnmarking(step)) {
						expect([...marks].filter((id) => !kept.has(id))).toEqual([]);
					}
				}
			}),
			{numRuns: 300},
		);
	});

	test('is never ended by Esc, and always by Ctrl-C pressed twice', () => {
		fc.assert(
			fc.property(fc.array(fc.oneof(keyPress, news), {maxLength: 40}), (steps) => {
				let model = openTable(makeActivities(20));
				for (const step of [...steps, ...Array<KeyPress>(6).fill(press('escape'))]) {
					if (step.type !== 'terminated') {
						model = reduce(model, step);
					}
				}

				const isAskedToQuit = steps.some(
					(step) => step.type === 'key-pressed' && (step.key === 'y' || step.key === 'enter'),
				);
				if (!isAskedToQuit) {
					expect(model.exit).toBeUndefined();
				}

				model = reduce(reduce(model, press('^c')), press('^c'));
				expect(model.exit).toBeDefined();
			}),
			{numRuns: 200},
		);
	});
});
