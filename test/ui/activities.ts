import type {Activity} from '../../source/domain/activity.js';

/** One activity, as given where it is given. */
export const makeActivity = (changes: Partial<Activity> = {}): Activity => ({
	id: '476018273645546497',
	name: 'Morning run',
	sportType: 100,
	day: '2026-11-18',
	startTime: 1_795_000_000,
	endTime: 1_795_003_600,
	utcOffsetMinutes: 60,
	workoutSeconds: 3600,
	totalSeconds: 3700,
	distanceMeters: 10_000,
	ascentMeters: 120,
	averageHeartRate: 140,
	trainingLoad: 100,
	kilocalories: 700,
	device: 'COROS PACE 3',
	raw: {},
	...changes,
});

/** One of which COROS told neither when nor how far nor anything else. */
export const makeBareActivity = (changes: Partial<Activity> = {}): Activity =>
	makeActivity({
		startTime: undefined,
		workoutSeconds: undefined,
		distanceMeters: undefined,
		ascentMeters: undefined,
		averageHeartRate: undefined,
		trainingLoad: undefined,
		kilocalories: undefined,
		device: undefined,
		...changes,
	});

const day = 24 * 60 * 60;

/** So many activities, newest first: `Run 1`, `Run 2`, each a kilometre longer than the one before. */
export const makeActivities = (count: number, first = 1): Activity[] =>
	Array.from({length: count}, (_, index) => {
		const number = first + index;
		const startTime = 1_795_000_000 - number * day;
		return makeActivity({
			id: `4760182736455${String(number).padStart(5, '0')}`,
			name: `Run ${number}`,
			startTime,
			day: new Date(startTime * 1000).toISOString().slice(0, 10),
			distanceMeters: number * 1000,
		});
	});

/** Names that break tables: wide, joined, backwards, endless, poisonous. */
export const wickedNames: readonly string[] = [
	'晨跑 西湖环线 一二三四五六七八九十',
	'🚴🏽‍♀️ family tour 👨‍👩‍👧‍👦 🇩🇪 1️⃣ ❤️',
	'ריצת בוקר עם דנה \u202Eזדון',
	'جري الصباح ٥ كم',
	'Zoe\u0308’s ride — 100\u00a0%',
	'\u001b[31mRed\u001b[0m \u001b]0;owned\u0007 \u009b2J bell\u0007 \r\n new line\ttab',
	'x'.repeat(300),
	'नमस्ते दौड़',
	'스키 ⛷️ 첫눈 \u1112\u1161\u11ab',
	'\u200b\u200d\ufeff',
	'   ',
	'',
];
