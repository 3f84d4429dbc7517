import {expect, test} from 'vitest';
import {createDemoActivities} from '../../../source/simulator/activities/demo-activities.js';

const activities = createDemoActivities();

/** The fields of a captured item of November 2022, and those that were new by June 2026. */
const captured =
	'adjustedPace ascent avg5x10s avgCadence avgHr avgPower avgSpeed avgStrkRate best best500m bestKm ' +
	'bestLen bodyTemperature cadence calorie date descent device distance downhillDesc downhillDist ' +
	'downhillTime endTime endTimezone hasMessage imageUrl imageUrlType isShowMs labelId lengths max2s ' +
	'maxGrade maxSlope maxSpeed mode name np pitch sets speedType sportType startTime startTimezone ' +
	'step subMode swolf total totalDescent totalReps totalTime trainingLoad unitType waterTemperature ' +
	'workoutTime';
const since = 'deviceId deviceSportMode isRunTest totalFishingTime';
const fields = `${captured} ${since}`.split(' ').toSorted();

test('an item has the fields of a captured one, whatever the sport', () => {
	for (const {item} of activities) {
		expect(Object.keys({name: '', ...item}).toSorted()).toEqual(fields);
	}
});

test('an item survives JSON unchanged', () => {
	for (const {item} of activities) {
		expect(JSON.parse(JSON.stringify(item))).toEqual(item);
	}
});

test('an item holds nothing but texts and numbers, whole ones except for distances', () => {
	const isFine = ([name, value]: [string, unknown]) =>
		typeof value === 'string' ||
		Number.isInteger(value) ||
		(['distance', 'total', 'downhillDist'].includes(name) && Number.isFinite(value)) ||
		(name === 'name' && value === null);
	const wrong = activities.flatMap(({item}) => Object.entries(item).filter((it) => !isFine(it)));
	expect(wrong).toEqual([]);
});

test('times add up and the local day is that of the start', () => {
	for (const {id, item} of activities) {
		const start = Number(item.startTime);
		const local = new Date((start + Number(item.startTimezone) * 900) * 1000);
		const day = local.toISOString().slice(0, 10).replaceAll('-', '');
		expect(item.labelId).toBe(id);
		expect(item.endTime).toBe(start + Number(item.totalTime));
		expect(Number(item.workoutTime)).toBeLessThanOrEqual(Number(item.totalTime));
		expect(String(item.date)).toBe(day);
	}
});

test('speeds, loads and calories are those of a human being', () => {
	const fastest: Readonly<Record<number, number>> = {100: 5.2, 102: 4.6, 103: 5.2, 104: 2, 200: 11};
	for (const {item} of activities) {
		const speed = Number(item.distance) / Math.max(1, Number(item.totalTime));
		expect(speed).toBeLessThan(fastest[Number(item.sportType)] ?? 13);
		const heartRate = Number(item.avgHr);
		expect(heartRate === 0 || (heartRate > 65 && heartRate < 180)).toBe(true);
		expect(Number(item.trainingLoad)).toBeLessThan(700);
		expect(Number(item.calorie) / 1000).toBeLessThan(6500);
	}
});

test('holidays and clock changes show in the offsets', () => {
	const offsets = new Set(activities.map(({item}) => item.startTimezone));
	expect([...offsets]).toEqual(expect.arrayContaining([4, 8, -10, -24, -20, 22, 23, 42, 48]));
	const moved = activities.filter(({item}) => item.startTimezone !== item.endTimezone);
	expect(moved.map(({item}) => [item.startTimezone, item.endTimezone])).toEqual([[8, 4]]);
});

test('one activity runs from one year into the next', () => {
	const crossing = activities.filter(({item}) => {
		const at = (time: string, zone: string) =>
			new Date((Number(item[time]) + Number(item[zone]) * 900) * 1000).getUTCFullYear();
		return at('startTime', 'startTimezone') < at('endTime', 'endTimezone');
	});
	expect(crossing.map(({item}) => item.date)).toEqual([20_251_231]);
});
