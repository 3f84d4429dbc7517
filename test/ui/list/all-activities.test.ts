import {describe, expect, test} from 'vitest';
import {shownRows} from '../../../source/ui/table/rows.js';
import {makeActivities} from '../activities.js';
import {draw} from '../draw.js';
import {follow, openTable} from '../models.js';

const [first, ...others] = makeActivities(4);

const withKept = (...unlisted: ReadonlyArray<typeof first>) =>
	follow(openTable(others), {
		type: 'archive-read',
		entryOf: () => undefined,
		unlisted: unlisted.filter((activity) => activity !== undefined),
	});

describe('an activity that COROS no longer lists', () => {
	test('stays in the table, in its place and with a sign of its own', () => {
		const model = withKept(first);
		expect(shownRows(model).map(({name}) => name)).toEqual(['Run 1', 'Run 2', 'Run 3', 'Run 4']);
		expect(draw(model).find((line) => line.includes('Run 1'))).toContain('◆');
		expect(draw(model).find((line) => line.includes('Run 2'))).not.toContain('◆');
		expect(draw(follow(model, 'g', 'enter')).join('\n')).toMatch(/At COROS +no more/);
	});

	test('is no second row where it is listed again', () => {
		expect(shownRows(withKept(first, others[0])).length).toBe(4);
		const model = withKept(others[0]);
		expect(shownRows(model)).toHaveLength(3);
	});
});
