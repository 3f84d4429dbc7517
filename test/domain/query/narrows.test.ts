import {expect, test} from 'vitest';
import {haystackOf} from '../../../source/domain/query/haystack.js';
import {createMatcher} from '../../../source/domain/query/match-query.js';
import {narrows} from '../../../source/domain/query/narrows.js';
import {parseQuery} from '../../../source/domain/query/parse-query.js';
import {fc} from '../../helpers/fast-check.js';
import {makeActivity} from '../../ui/activities.js';

const names = [
	'Trail Run',
	'trail',
	'ΟΔΟΣ',
	'ΟΔΟΣΑ',
	'Brünn',
	'brunn 20',
	'İzmir',
	'',
	'run trail -x',
	'TRACK',
];
const activities = names.flatMap((name, index) =>
	[100, 102, 200].map((sportType) =>
		makeActivity({id: `${index}${sportType}`, name, sportType, distanceMeters: index * 4000}),
	),
);

const find = (text: string): readonly string[] => {
	const matches = createMatcher(parseQuery(text), () => false);
	return activities.filter((activity) => matches(activity, haystackOf(activity))).map(({id}) => id);
};

const pieces = [
	't',
	'tr',
	'Tr',
	'trail',
	'ra',
	'οδος',
	'ΟΔΟΣ',
	'bru',
	'iz',
	'-tr',
	'-t',
	'>2',
	'>20',
	'>20km',
	'<8km',
	'sport:r',
	'sport:run',
	'2026',
	'is:new',
	'"trail r"',
	' ',
];
const text = fc.array(fc.constantFrom(...pieces), {maxLength: 4}).map((parts) => parts.join(' '));

test('a search that narrows another finds nothing that the other did not', () => {
	const seen = {yes: 0, no: 0};
	fc.assert(
		fc.property(
			text,
			fc.constantFrom('', 'r', 'ail', ' tr', ' -x', 'S', ' >4km'),
			text,
			(before, more, other) => {
				for (const after of [before + more, other]) {
					if (narrows(parseQuery(before), parseQuery(after))) {
						seen.yes += 1;
						const found = find(before);
						expect(find(after).filter((id) => !found.includes(id))).toEqual([]);
					} else {
						seen.no += 1;
					}
				}
			},
		),
		{numRuns: 800},
	);
	expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(100);
});

test('typing on narrows; an excluded word, a comparison and a letter less do not', () => {
	const says = (before: string, after: string) => narrows(parseQuery(before), parseQuery(after));
	expect(says('tra', 'trai')).toBe(true);
	expect(says('trail', 'trail >2km')).toBe(true);
	expect(says('', 'x')).toBe(true);
	expect(says('-tra', '-trai')).toBe(false);
	expect(says('<2km', '<20km')).toBe(false);
	expect(says('trai', 'tra')).toBe(false);
	expect(says('tra', 'Tra')).toBe(false);
});
