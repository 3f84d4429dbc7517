import {describe, expect, test} from 'vitest';
import {variants} from '../activities/variants.js';
import {count, countLocated, renderText, variantsIn} from './render-text.js';

describe('KML', () => {
	test.each(variantsIn('kml'))('has a placemark for every located record: %s', (_, activity) => {
		const text = renderText(activity, 'kml');
		const points = countLocated(activity);
		expect(count(text, /<TimeSpan>/g)).toBe(points);
		const [, line = ''] = /<coordinates>([^<]*)</.exec(text) ?? [];
		expect(line.split(' ').filter(Boolean)).toHaveLength(points);
	});

	test('has the defects of the real ones', () => {
		const text = renderText(variants.run, 'kml');
		expect(text).toContain('xmlns="http://earth.google.com/kml/2.1"');
		expect(text).toContain('xuints="fraction" y="0.0" yuints="fraction"');
		expect(text).toMatch(/<coordinates>\d+\.\d{7} \d+\.\d{7}<\/coordinates>/);
		expect(text).toMatch(/<coordinates>\d+\.\d{7},\d+\.\d{7}, \d+<\/coordinates>/);
		expect(text).toContain('Activity Type:&lt;/td&gt;&lt;td&gt;cycling');
	});
});
