import {describe, expect, test} from 'vitest';
import {recordActivity} from '../../../source/simulator/activities/recording/record-activity.js';
import {renderText, variantsIn} from './render-text.js';

describe('CSV', () => {
	test.each(variantsIn('csv'))(
		'has a quoted row for every lap and a summary: %s',
		(_, activity) => {
			const rows = renderText(activity, 'csv').trimEnd().split('\n');
			const laps = recordActivity(activity).legs.flatMap((leg) => leg.laps);
			expect(rows).toHaveLength(1 + laps.length + 1);
			expect(rows[0]).toContain('"Moving Time","GetDistance","Elevation Gain"');
			for (const row of rows) expect(row).toMatch(/^("[^"]*",){15}"[^"]*"$/);
			expect(rows.at(-1)).toMatch(/^"Summary",/);
			const kilometers = Number(rows.at(-1)!.split('","')[3]);
			expect(kilometers).toBeCloseTo(Number(activity.item.distance) / 1000, 2);
		},
	);
});
