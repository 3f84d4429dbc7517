import type {PlannedLeg} from './activity-plan.js';
import {type DayNumber, nthWeekday, yearOf} from './calendar.js';
import {enduranceKinds} from './endurance-kinds.js';
import {farPlaces} from './far-places.js';
import {places} from './places.js';
import type {Wish} from './wish.js';

const saturday = 5;
const sunday = 6;
const hour = 3600;

const race = {...enduranceKinds.easyRun, pacing: 'race', shape: 'loop', pauses: [0, 0]} as const;
const mountainRace = {
	...enduranceKinds.longTrail,
	pacing: 'race',
	pauses: [5, 5],
	relief: 'rolling',
} as const;

const bestLegs: readonly PlannedLeg[] = [
	{sportType: 301, seconds: 1922, meters: 1540, ascent: 0, heartRate: 151},
	{sportType: 0, seconds: 214, meters: 310, ascent: 1, heartRate: 154},
	{sportType: 200, seconds: 4388, meters: 39_860, ascent: 268, heartRate: 152},
	{sportType: 0, seconds: 121, meters: 190, ascent: 0, heartRate: 149},
	{sportType: 100, seconds: 2871, meters: 9940, ascent: 31, heartRate: 164},
];

/** The legs of the best triathlon, or slower ones by some share. */
const triathlonLegs = (slower: number): readonly PlannedLeg[] =>
	bestLegs.map((leg) => ({...leg, seconds: Math.round(leg.seconds * (1 + slower))}));

const sum = (legs: readonly PlannedLeg[], pick: (leg: PlannedLeg) => number) =>
	legs.reduce((total, leg) => total + pick(leg), 0);

const triathlon = (year: number, name: string, legs: readonly PlannedLeg[]): Wish => ({
	kind: {...race, sportType: 10_000},
	day: nthWeekday(year, 7, sunday, 2),
	secondOfDay: 8 * hour + 902,
	place: places.lake,
	name,
	minutes: sum(legs, (leg) => leg.seconds) / 60,
	meters: sum(legs, (leg) => leg.meters),
	ascent: sum(legs, (leg) => leg.ascent),
	heartRate: 155,
	legs,
});

/** Race days of one calendar year; `age` counts the account's years back from its last day. */
const racesOf = (year: number, age: number): Wish[] => [
	{
		kind: race,
		day: nthWeekday(year, 4, sunday, 2),
		secondOfDay: 9 * hour + 184,
		place: places.vienna,
		name: age === 0 ? 'HALF 1:37:42 🎉' : 'Vienna Half Marathon',
		minutes: 97.7 + 2.6 * age,
		meters: 21_183,
		heartRate: 167,
	},
	...(age === 0 ? [triathlon(year, 'Olympic triathlon, at last', triathlonLegs(0))] : []),
	...(age === 2 ? [triathlon(year, 'Starnberg Triathlon', triathlonLegs(0.064))] : []),
	...(age === 1
		? [
				{
					kind: mountainRace,
					day: nthWeekday(year, 9, saturday, 1),
					secondOfDay: 6 * hour + 31,
					place: places.dolomites,
					name: 'Ultra 72 km — never again (until next year)',
					minutes: 604,
					meters: 71_840,
					ascent: 3420,
					heartRate: 136,
					pauseSeconds: 1730,
				},
			]
		: []),
	...(age === 3 || age === 2
		? [
				{
					kind: race,
					day: nthWeekday(year, 9, sunday, -1),
					secondOfDay: 9 * hour + 743,
					place: places.berlin,
					name: age === 2 ? 'Berlin Marathon 3:41' : 'Berlin Marathon',
					minutes: age === 2 ? 221.3 : 234.2,
					meters: 42_510,
					heartRate: 161,
				},
			]
		: []),
	...(age === 0
		? [
				{
					kind: race,
					day: nthWeekday(year, 10, sunday, 2),
					secondOfDay: 7 * hour + 1817,
					place: farPlaces.chicago,
					name: 'Chicago Marathon PB 3:28:14',
					minutes: 208.23,
					meters: 42_490,
					heartRate: 163,
				},
			]
		: []),
];

/** All races from the first day to the last, in the order of the calendar. */
export const planRaces = (firstDay: DayNumber, lastDay: DayNumber): Wish[] => {
	const years = yearOf(lastDay) - yearOf(firstDay) + 1;
	return Array.from({length: years}, (_, age) => racesOf(yearOf(lastDay) - age, age))
		.flat()
		.filter((wish) => wish.day >= firstDay && wish.day <= lastDay)
		.map((wish) => ({...wish, comesFirst: true}))
		.toSorted((a, b) => a.day - b.day);
};
