import {expect, test} from 'vitest';
import type {Activity} from '../../../source/domain/activity.js';
import {finish} from '../../../source/domain/steps.js';
import {merge, replace} from '../../../source/ui/list/merge.js';
import {fc} from '../../helpers/fast-check.js';
import {makeActivities, makeActivity} from '../activities.js';

const known = makeActivities(30);
const anew = (activities: readonly Activity[]): Activity[] =>
	activities.map((activity) => ({...activity, raw: {imageUrl: 'https://example.org/2'}}));

test('a list to which nothing new came stays the very list', () => {
	for (const [from, to] of [
		[0, 30],
		[0, 5],
		[12, 20],
		[29, 30],
		[3, 3],
	]) {
		expect(merge(known, anew(known).slice(from, to))).toBe(known);
	}

	expect(finish(replace(known, anew(known)))).toBe(known);
});

test.each([
	['a name', {name: 'Other'}],
	['what only COROS knows of it', {raw: {feelType: 2}}],
])('%s is news', (_what, changes) => {
	const news = anew(known).with(4, {...makeActivity(known[4]), ...changes});
	expect(merge(known, news.slice(0, 10))[4]).toMatchObject(changes);
	expect(merge(known, news.slice(0, 10))).toHaveLength(30);
	expect(finish(replace(known, news))).toBe(news);
});

test('a list that got shorter or longer is another one', () => {
	for (const news of [known.slice(0, -1), known.slice(1), [...known, makeActivity({id: '1'})]]) {
		expect(finish(replace(known, news))).toBe(news);
	}
});

test('merging keeps every activity once, the newest news of each', () => {
	const places = fc.uniqueArray(fc.nat(29), {minLength: 1});
	fc.assert(
		fc.property(places, places, (first, second) => {
			const old = first.map((place) => known[place]!);
			const news = second.map((place) => ({...known[place]!, name: `new ${place}`}));
			const merged = merge(old, news);
			const ids = merged.map(({id}) => id);
			expect(new Set(ids).size).toBe(ids.length);
			expect(new Set(ids)).toEqual(new Set([...old, ...news].map(({id}) => id)));
			const byId = new Map(merged.map((activity) => [activity.id, activity]));
			expect(news.every((activity) => byId.get(activity.id) === activity)).toBe(true);
		}),
	);
});
