import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import type {Activity} from '../../../source/domain/activity.js';
import {KnownError} from '../../../source/domain/known-error.js';
import type {Services} from '../../../source/services/services.js';
import type {Action} from '../../../source/ui/action.js';
import {readList} from '../../../source/ui/effects/read-list.js';
import type {KeyPress} from '../../../source/ui/keys/key-press.js';
import {reduce} from '../../../source/ui/keys/press.js';
import {makeActivities, makeActivity} from '../activities.js';
import {createFakeServices} from '../fake-services.js';
import {openTable} from '../models.js';

const follow = async (
	services: Partial<Services>,
	{reading = 0, signal = new AbortController().signal} = {},
) => {
	const sent: Array<Action | KeyPress> = [];
	const model = {current: openTable([])};
	const shown: Array<readonly Activity[]> = [];
	const rehearsed: Array<readonly Activity[]> = [];
	await readList({
		services: createFakeServices({activities: makeActivities(3), ...services}),
		list: {reading, full: false},
		signal,
		dispatch(action) {
			sent.push(action);
			model.current = reduce(model.current, action);
			shown.push(model.current.list.activities);
		},
		rehearsal: {
			current: () => model.current,
			async rehearse(next) {
				rehearsed.push(next.list.activities);
			},
		},
	});
	return {sent, shown, rehearsed};
};

const read = async (...reading: Parameters<typeof follow>) => (await follow(...reading)).sent;

const listing = {complete: true, listedAt: '', full: true, unreadable: 0, total: 100} as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('reading the list', () => {
	test('gives what this machine knows, then the first page, then everything', async () => {
		const known = {activities: makeActivities(2), complete: true, listedAt: ''};
		const sent = await read({knownActivities: async () => known});
		expect(sent.map(({type}) => type)).toEqual(['list-known', 'list-grew', 'list-read']);
	});

	test('rehearses a list before it is shown, and shows one that is as it was itself', async () => {
		const known = {activities: makeActivities(50), complete: true, listedAt: ''};
		const again = makeActivities(50).map((activity) => ({
			...activity,
			raw: {imageUrl: 'https://example.org/?token=2'},
		}));
		const {shown, rehearsed} = await follow({
			knownActivities: async () => known,
			async *listActivities() {
				yield {activities: again.slice(0, 20), found: 50, total: 50, unreadable: 0};
				return {...listing, activities: again};
			},
		});
		expect(shown.every((activities) => activities === known.activities)).toBe(true);
		expect(shown).toHaveLength(3);
		expect(rehearsed.every((activities) => activities === known.activities)).toBe(true);
		const {shown: news, rehearsed: ahead} = await follow({
			knownActivities: async () => known,
			async *listActivities() {
				yield {activities: again.slice(0, 20), found: 50, total: 50, unreadable: 0};
				return {...listing, activities: [...again.slice(0, 49), makeActivity({id: '7'})]};
			},
		});
		expect(news.at(-1)?.at(-1)?.id).toBe('7');
		expect(ahead.at(-1)).toBe(news.at(-1));
	});

	test('asks this machine only the first time', async () => {
		const sent = await read(
			{knownActivities: () => Promise.reject(new Error('asked'))},
			{reading: 1},
		);
		expect(sent.map(({type}) => type)).toEqual(['list-grew', 'list-read']);
	});

	test('gathers pages: the first at once, the rest four times a second, none lost', async () => {
		const sent = await read({
			async *listActivities() {
				for (let page = 0; page < 100; page += 1) {
					const activities = makeActivities(1, page);
					yield {activities, found: page + 1, total: 100, unreadable: 0};
					vi.advanceTimersByTime(20);
				}

				return {...listing, activities: makeActivities(100)};
			},
		});
		const steps = sent.filter((action) => action.type === 'list-grew').map(({step}) => step);
		expect(steps[0]?.activities).toHaveLength(1);
		expect(steps.length).toBeGreaterThan(4);
		expect(steps.length).toBeLessThan(12);
		const shown = steps.flatMap(({activities}) => activities.map(({id}) => id));
		expect(new Set(shown).size).toBe(shown.length);
		expect(sent.at(-1)).toMatchObject({type: 'list-read', listing: {total: 100}});
	});

	test('reports a failure with what to do', async () => {
		const sent = await read({
			connect() {
				throw new KnownError('sign-in-needed');
			},
		});
		expect(sent).toMatchObject([{type: 'list-failed', error: {code: 'sign-in-needed'}}]);
	});

	test('is silent once it is no longer wanted', async () => {
		const stop = new AbortController();
		stop.abort();
		expect(await read({}, {signal: stop.signal})).toEqual([]);
	});
});
