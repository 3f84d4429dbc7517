import {describe, expect, test} from 'vitest';
import {oddlyNamed, variants} from '../activities/variants.js';
import {count, countLocated, renderText, variantsIn} from './render-text.js';

describe('GPX', () => {
	test.each(variantsIn('gpx'))(
		'has the records with a position, and the start as its time: %s',
		(_, activity) => {
			const text = renderText(activity, 'gpx');
			expect(count(text, /<trkpt /g)).toBe(countLocated(activity));
			expect(count(text, /<trkseg>/g)).toBe(1);
			const start = new Date(Number(activity.item.startTime) * 1000).toISOString();
			expect(text).toContain(`<metadata>\n  <time>${start.replace('.000', '')}</time>`);
		},
	);

	test('leaves the heart rate empty where none is known', () => {
		const text = renderText(variants['run without heart rate'], 'gpx');
		expect(count(text, /<gpxdata:hr><\/gpxdata:hr>/g)).toBe(count(text, /<trkpt /g));
		expect(renderText(variants.run, 'gpx')).toMatch(/<gpxdata:hr>1\d\d<\/gpxdata:hr>/);
	});

	test('names the activity without signs that XML forbids', () => {
		const names = oddlyNamed
			.filter(({formats}) => formats.includes('gpx'))
			.map((activity) => / {2}<name>([^<]*)<\/name>/.exec(renderText(activity, 'gpx'))?.[1]);
		expect(names).toContain('Tom &amp; Jerry &lt;3');
		expect(names).toContain('[31mRed zone[0m all the way');
		expect(names).toContain('朝ラン 🌅 川沿い');
	});

	test('uses the default name where there is none', () => {
		const unnamed = {...variants.run, plan: {...variants.run.plan, name: undefined}};
		expect(renderText(unnamed, 'gpx')).toMatch(/<name>[A-Z][^<]+ Run<\/name>/);
	});
});
