import {describe, expect, test} from 'vitest';
import {renderDetail} from '../../../source/simulator/files/render-detail.js';
import {sample, variants} from '../activities/variants.js';

type Json = Record<string, unknown>;
const list = (detail: Json, name: string) => detail[name] as Json[];
const summaryOf = (detail: Json) => detail.summary as Json;

const short = sample.filter(({plan}) => plan.workoutSeconds < 3000);

describe('the detail of an activity', () => {
	test('holds the numbers of the list in its own scales', () => {
		for (const activity of Object.values(variants)) {
			const {item} = activity;
			const summary = summaryOf(renderDetail(activity));
			expect(summary.startTimestamp).toBe(Number(item.startTime) * 100);
			expect(summary.endTimestamp).toBe(Number(item.endTime) * 100);
			expect(summary.totalTime).toBe(Number(item.totalTime) * 100);
			expect(summary.workoutTime).toBe(Number(item.workoutTime) * 100);
			expect(summary.distance).toBe(Math.round(Number(item.distance) * 100));
			expect(summary.name).toBe(item.name);
			for (const same of ['sportType', 'trainingLoad', 'avgHr', 'avgPower', 'avgSpeed'] as const) {
				expect(summary[same], same).toBe(item[same]);
			}

			expect(summary.calories).toBe(item.calorie);
			expect(summary.elevGain).toBe(item.ascent);
			expect(summary.timezone).toBe(item.startTimezone);
		}
	});

	test('has the laps of the recording and one for the whole', () => {
		const [laps, whole] = list(renderDetail(variants.run), 'lapList');
		const items = laps!.lapItemList as Json[];
		expect(laps!.type).toBe(2);
		expect(laps!.lapDistance).toBe(100_000);
		expect(items).toHaveLength(Math.ceil(Number(variants.run.item.distance) / 1000));
		expect(items.map(({lapIndex}) => lapIndex)).toEqual(items.map((_, index) => index + 1));
		const time = items.reduce((sum, lap) => sum + Number(lap.time), 0);
		expect(time).toBe(Number(variants.run.item.workoutTime) * 100);
		expect(whole).toMatchObject({type: -1, lapItemList: [{time}]});
	});

	test('counts every second with a pulse in one zone', () => {
		const [zones] = list(renderDetail(variants.run), 'zoneList');
		const seconds = (zones!.zoneItemList as Json[]).reduce(
			(sum, zone) => sum + Number(zone.second),
			0,
		);
		expect(zones!.type).toBe(126);
		expect(Number(variants.run.item.workoutTime) - seconds).toBeLessThan(20);
		expect(list(renderDetail(variants['run without heart rate']), 'zoneList')).toHaveLength(1);
		expect(list(renderDetail(variants['empty run']), 'zoneList')).toEqual([]);
	});

	test('lists the pauses, and their lengths add up', () => {
		const pauses = list(renderDetail(variants['ride with 34 pauses']), 'pauseList');
		const {item} = variants['ride with 34 pauses'];
		expect(pauses).toHaveLength(34);
		const paused = pauses.reduce((sum, pause) => sum + Number(pause.duration), 0);
		expect(paused).toBe((Number(item.totalTime) - Number(item.workoutTime)) * 100);
	});

	test('thins the track and leaves out what is not known', () => {
		const track = list(renderDetail(variants.ultra), 'frequencyList');
		expect(track.length).toBeGreaterThan(500);
		expect(track.length).toBeLessThanOrEqual(600);
		expect(track[0]).not.toHaveProperty('gpsLat');
		expect(track[300]).toMatchObject({gpsLat: expect.any(Number), heart: expect.any(Number)});
		expect(list(renderDetail(variants.strength), 'frequencyList')[99]).not.toHaveProperty('gpsLat');
	});

	test('is plain JSON, the same every time', () => {
		for (const activity of short) {
			const detail = renderDetail(activity, '4711');
			expect(JSON.parse(JSON.stringify(detail))).toEqual(
				JSON.parse(JSON.stringify(renderDetail(activity, '4711'))),
			);
			expect(JSON.stringify(detail)).not.toContain('null,');
			expect(summaryOf(detail).userId).toBe('4711');
		}
	});

	test('keeps a feeling and a note for some', () => {
		const feelings = short.map((activity) => renderDetail(activity).sportFeelInfo as Json);
		expect(feelings.some(({sportNote}) => sportNote !== '')).toBe(true);
		expect(feelings.some(({sportNote}) => sportNote === '')).toBe(true);
		expect(new Set(feelings.map(({feelType}) => feelType)).size).toBeGreaterThan(3);
	});
});
