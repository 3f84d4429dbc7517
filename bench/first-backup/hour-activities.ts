import {converters} from '../../source/convert/formats.js';
import type {ExportFormat} from '../../source/domain/export-format.js';
import {decodeFit} from '../../source/fit/decode-fit.js';
import type {FitActivity} from '../../source/fit/fit-activity.js';
import type {ServedActivity} from '../../source/simulator/served-activity.js';
import {createFitWriter} from '../../test/fit/build-fit.js';
import {smallActivities} from '../../test/helpers/small-activity.js';

const fitEpoch = 631_065_600;

/** A recording with a sample a second. */
export const toFit = (start: number, seconds: number): Uint8Array => {
	const writer = createFitWriter();
	const begin = start - fitEpoch;
	writer.message(0, [
		[0, 'enum', 4],
		[1, 'u16', 294],
		[4, 'u32', begin],
	]);
	for (let second = 0; second < seconds; second += 1) {
		writer.message(20, [
			[253, 'u32', begin + second],
			[5, 'u32', second * 300],
			[0, 'u32', 570_000_000 + second * 7],
			[1, 'u32', 137_000_000 + second * 11],
			[2, 'u16', 2500 + (second % 90)],
			[3, 'u8', 120 + (second % 40)],
		]);
	}

	writer.message(18, [
		[253, 'u32', begin + seconds - 1],
		[2, 'u32', begin],
	]);
	return writer.finish();
};

// A CSV of COROS's has a row for every lap only: the small one is as long as it should be.
const toText = (fit: FitActivity, format: ExportFormat, small: Uint8Array): Uint8Array =>
	format === 'csv' || format === 'fit'
		? small
		: new TextEncoder().encode([...converters[format](fit)].join(''));

/** Half an hour to an hour and a half: files of one size that begin together would end together. */
const toSeconds = (index: number): number => 1800 + ((index * 997) % 3600);

/**
 * So many activities of about an hour, with files of the usual size, each made when it is first asked
 * for.
 */
export const hourActivities = (count: number): ServedActivity[] =>
	smallActivities(count).map((activity, index) => {
		const bytes = toFit(Number(activity.item.startTime), toSeconds(index));
		const made = new Map<ExportFormat, Uint8Array>([['fit', bytes]]);
		const file = (format: ExportFormat): Uint8Array | undefined => {
			const small = activity.file(format);
			const known = made.get(format) ?? (small && toText(decodeFit(bytes), format, small));
			if (known) {
				made.set(format, known);
			}

			return known;
		};
		return {...activity, file};
	});
