import {describe, expect, test} from 'vitest';
import {decodeFit} from '../../source/fit/decode-fit.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {convert, hasRoute, inputs} from './inputs.js';
import {canValidate, complaints} from './judges.js';

/** Longer ones only have more of the same points. */
const mostBytes = 400_000;

const small = inputs.filter(([, read]) => read().length < mostBytes);

describe.skipIf(!canValidate)('xmllint', () => {
	test.each(['gpx', 'tcx', 'kml'] as const)('finds all %s files valid', (format) => {
		const texts = small
			.map(([title, read]) => [title, decodeFit(read())] as const)
			.filter(([, activity]) => format === 'tcx' || hasRoute(activity))
			.map(([title, activity]) => [title, convert(activity, format, `${title} <&> "x"`)] as const);
		expect(texts.length).toBeGreaterThan(12);
		expect(complaints(temporaryFolder(), format, texts)).toEqual([]);
	});

	test('would notice an extension out of its namespace, and a heart rate of none', () => {
		const spoil = (text: string, from: string, to: string) => {
			expect(text).toContain(from);
			return text.replaceAll(from, to);
		};
		const activity = decodeFit(small[0]![1]());
		const gpx = spoil(convert(activity, 'gpx'), 'gpxpx:Power', 'Power');
		const tcx = convert(activity, 'tcx').replace(/(<HeartRateBpm><Value>)\d+/, '$10');
		expect(complaints(temporaryFolder(), 'gpx', [['a', gpx]])).not.toEqual([]);
		expect(complaints(temporaryFolder(), 'tcx', [['a', tcx]])).not.toEqual([]);
	});
});
