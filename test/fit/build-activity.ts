import {createFitWriter, type Field} from './build-fit.js';

const fitEpoch = 631_065_600;

/** 2026-11-18T07:15:00Z in FIT seconds and in Unix seconds. */
export const startFit = 1_163_920_500;
export const startUnix = startFit + fitEpoch;

const semicircles = (degrees: number) => Math.round((degrees * 2 ** 31) / 180);

export type ActivityOptions = {
	/** When it begins, Unix seconds. */
	readonly start?: number;
	/** Seconds recorded, one record each. */
	readonly seconds?: number;
	/** Seconds after the start at which the timer stops for a minute. */
	readonly pauses?: readonly number[];
	readonly positions?: boolean;
	readonly bigEndian?: boolean;
};

const sample = (time: number, second: number, positions: boolean): Field[] => [
	[253, 'u32', time],
	...(positions && second > 0
		? ([
				[0, 's32', semicircles(48.1 + second * 1e-5)],
				[1, 's32', semicircles(-11.5 - second * 1e-5)],
			] as const)
		: []),
	[5, 'u32', second * 300],
	[3, 'u8', second < 5 ? 0 : 120 + (second % 40)],
	[2, 'u16', (500 + 400 + (second % 50)) * 5],
	[6, 'u16', 3000 + (second % 500)],
	[4, 'u8', 85],
	[7, 'u16', 200 + (second % 100)],
];

/**
 * A COROS activity in COROS's own layout: `activity` early, laps and session last, no position in
 * the first record, heart rate 0 for none, the one-byte `event.data` at every pause.
 */
export const buildActivity = (options: ActivityOptions = {}): Uint8Array => {
	const {seconds = 60, pauses = [], positions = true, bigEndian = false} = options;
	const startFit = (options.start ?? startUnix) - fitEpoch;
	const writer = createFitWriter({bigEndian});
	const end = startFit + seconds - 1 + pauses.length * 60;

	const event = (time: number, type: number, data: Field[] = []) =>
		writer.message(21, [[253, 'u32', time], ...data, [0, 'enum', 0], [1, 'enum', type]]);

	writer.message(0, [
		[0, 'enum', 4],
		[1, 'u16', 294],
		[2, 'u16', 804],
		[4, 'u32', end + 120],
		[8, 'text', 'COROS PACE 3'],
	]);
	writer.message(34, [
		[253, 'u32', startFit],
		[0, 'u32', (end - startFit) * 1000],
		[5, 'u32', startFit + 3600],
		[1, 'u16', 1],
	]);
	event(startFit, 0);
	let paused = 0;
	for (let second = 0; second < seconds; second += 1) {
		const time = startFit + second + paused;
		writer.message(20, sample(time, second, positions));
		if (!pauses.includes(second)) continue;
		event(time, 4, [[3, 'clippedU32', 1]]);
		event(time + 60, 0);
		paused += 60;
	}

	event(end, 4);
	writer.message(19, [
		[253, 'u32', end],
		[2, 'u32', startFit],
		[7, 'u32', (end - startFit) * 1000],
		[8, 'u32', (seconds - 1) * 1000],
		[9, 'u32', (seconds - 1) * 300],
		[15, 'u8', 0],
		[25, 'enum', 1],
	]);
	writer.message(18, [
		[253, 'u32', end],
		[2, 'u32', startFit],
		[5, 'enum', 1],
		[6, 'enum', 3],
		[7, 'u32', (end - startFit) * 1000],
		[8, 'u32', (seconds - 1) * 1000],
		[9, 'u32', (seconds - 1) * 300],
		[11, 'u16', 42],
		[124, 'u32', 3100],
		[14, 'u16', 3000],
		[16, 'u8', 131],
		[17, 'u8', 159],
		[22, 'u16', 12],
		[23, 'u16', 0xffff],
	]);
	return writer.finish();
};
