import {describe, expect, test} from 'vitest';
import {exportFormats} from '../../../source/domain/export-format.js';
import {renderFile} from '../../../source/simulator/files/render-file.js';
import {byHand, imported, variants} from '../activities/variants.js';

const small = Object.entries(variants).filter(([, {plan}]) => plan.workoutSeconds < 48 * 60);
const formatsOf = (name: keyof typeof variants) => variants[name].formats;

describe('files of an activity', () => {
	test.each(small)('are the same bytes every time: %s', (_, activity) => {
		for (const format of activity.formats) {
			const once = renderFile(activity, format)!;
			const again = renderFile({...activity}, format, '445823834382155776')!;
			expect(Buffer.compare(once, again), format).toBe(0);
		}
	});

	test('are there in the formats that COROS has, and in no other', () => {
		for (const activity of [...Object.values(variants), imported, byHand]) {
			if (activity.plan.workoutSeconds > 3000 && activity !== imported) continue;
			for (const format of exportFormats) {
				const isThere = renderFile(activity, format) !== undefined;
				expect(isThere, `${activity.id} ${format}`).toBe(activity.formats.includes(format));
			}
		}
	});

	test('lack GPX and KML without a track, and FIT when imported', () => {
		expect(formatsOf('run')).toEqual(['fit', 'tcx', 'gpx', 'kml', 'csv']);
		for (const name of ['treadmill', 'pool swim', 'strength', 'yoga', 'indoor bike'] as const) {
			expect(formatsOf(name), name).toEqual(['fit', 'tcx', 'csv']);
		}

		expect(formatsOf('sport without a name')).toEqual(['fit']);
		expect(imported.formats).toEqual(['tcx', 'gpx', 'kml', 'csv']);
		expect(byHand.formats).toEqual(['tcx']);
	});
});
