import {expect, test} from 'vitest';
import {haystackOf} from '../../../source/domain/query/haystack.js';
import {createMatcher} from '../../../source/domain/query/match-query.js';
import {parseQuery} from '../../../source/domain/query/parse-query.js';
import {prepareSearch, searchActivities} from '../../../source/ui/table/search.js';
import {fc} from '../../helpers/fast-check.js';
import {makeActivities} from '../activities.js';

const lists = [makeActivities(40), makeActivities(25, 10)];
// The same ones again and again: only then is a search narrowed.
const noFiles = () => undefined;
const one = '476018273645500012';
const oneFile = (id: string) =>
	id === one ? ({kind: 'saved', file: '', size: 1, sha256: '', at: ''} as const) : undefined;
const formats = ['fit'] as const;

const step = fc.record({
	list: fc.constantFrom(...lists),
	text: fc.constantFrom(
		'',
		'r',
		'ru',
		'run 1',
		'run 12',
		'run',
		'1',
		'-1',
		'-12',
		'>9km',
		'>19km',
		'is:new',
		'is:new run',
		'is:saved',
		'is:saved r',
	),
	entryOf: fc.constantFrom(noFiles, oneFile),
	prepared: fc.integer({min: 0, max: 50}),
});

test('whatever was searched before, a search finds what it means', () => {
	fc.assert(
		fc.property(fc.array(step, {maxLength: 12}), (steps) => {
			for (const {list, text, entryOf, prepared} of steps) {
				prepareSearch(list, prepared);
				const query = parseQuery(text);
				const matches = createMatcher(query, (id) => entryOf(id) !== undefined);
				const found = searchActivities(list, query, formats, entryOf);
				expect(found.map(({id}) => id)).toEqual(
					list.filter((activity) => matches(activity, haystackOf(activity))).map(({id}) => id),
				);
			}
		}),
		{numRuns: 500},
	);
});

test('rows are made ready in parts, and once', () => {
	const rows = makeActivities(30);
	expect(prepareSearch(rows, 20)).toBe(true);
	expect(prepareSearch(rows, 20)).toBe(false);
	expect(prepareSearch(rows, 20)).toBe(false);
});
