import {describe, expect, test} from 'vitest';
import {recordActivity} from '../../../source/simulator/activities/recording/record-activity.js';
import {variants} from '../activities/variants.js';
import {count, renderText, variantsIn} from './render-text.js';

describe('TCX', () => {
	test.each(variantsIn('tcx'))(
		'repeats the point between laps and is in km/h: %s',
		(_, activity) => {
			const text = renderText(activity, 'tcx');
			const {samples} = recordActivity(activity);
			const laps = count(text, /<Lap /g);
			expect(count(text, /<Trackpoint>/g)).toBe(samples.length + laps - 1);
			const fastest = Math.max(
				0,
				...Array.from(text.matchAll(/<Speed>([\d.]+)</g), (m) => Number(m[1])),
			);
			expect(fastest).toBeCloseTo(3.6 * Math.max(...samples.speed), 1);
			expect(text).toContain('<Name>Coros Wearables</Name>');
		},
	);

	test('adds up to the timer and the distance of the list', () => {
		const text = renderText(variants['ride with 34 pauses'], 'tcx');
		const sum = (tag: string) =>
			Array.from(text.matchAll(new RegExp(`^ {4}<${tag}>(\\d+)<`, 'gm')), (m) =>
				Number(m[1]),
			).reduce((total, value) => total + value, 0);
		const {item} = variants['ride with 34 pauses'];
		expect(sum('TotalTimeSeconds')).toBe(item.workoutTime);
		expect(Math.abs(sum('DistanceMeters') - Number(item.distance))).toBeLessThan(10);
	});

	test('puts the intensity before heart rates and leaves those out that are unknown', () => {
		expect(renderText(variants.run, 'tcx')).toMatch(
			/<Intensity>Active<\/Intensity>\s*<TriggerMethod>Manual<\/TriggerMethod>\s*<MaximumHeartRateBpm>/,
		);
		expect(renderText(variants['run without heart rate'], 'tcx')).not.toContain('HeartRateBpm');
		expect(renderText(variants.treadmill, 'tcx')).not.toContain('<Position>');
	});
});
