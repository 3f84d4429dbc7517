import {type DayNumber, latest, nthWeekday, weekdayOf, yearOf} from './calendar.js';
import {enduranceKinds} from './endurance-kinds.js';
import {otherKinds} from './other-kinds.js';
import {places} from './places.js';
import {importedDevice, manualEntry} from './watch.js';
import type {Wish} from './wish.js';

const sunday = 6;
const hour = 3600;

const {easyRun, shortRide, longRide, treadmill} = enduranceKinds;
const {strength, newSport, walk} = otherKinds;

const lastClockChange = (lastDay: DayNumber) => {
	const thisYear = nthWeekday(yearOf(lastDay), 10, sunday, -1);
	return thisYear <= lastDay ? thisYear : nthWeekday(yearOf(lastDay) - 1, 10, sunday, -1);
};

/** The next such weekday on or after a day, Monday being 0. */
const onNext = (weekday: number, day: DayNumber) => day + ((weekday - weekdayOf(day) + 7) % 7);

/** Sessions that are rare in an account and easily break a program that reads it. */
export const planSpecialSessions = (lastDay: DayNumber): Wish[] => {
	const wishes: Wish[] = [
		{
			kind: {...easyRun, at: [places.home]},
			day: latest(lastDay, 12, 31),
			secondOfDay: 23.62 * hour,
			name: 'Silvester: out in one year, home in the next 🎆',
			minutes: 54,
		},
		{
			kind: {...easyRun, at: [places.home]},
			day: lastClockChange(lastDay),
			secondOfDay: 1.87 * hour,
			name: 'Night run, clocks went back halfway',
			minutes: 80,
		},
		{
			kind: shortRide,
			day: onNext(4, latest(lastDay, 5, 6, 1)),
			secondOfDay: 17.4 * hour,
			place: places.home,
			name: 'Every light was red',
			minutes: 68,
			pauses: 34,
			pauseSeconds: 34 * 28,
		},
		{
			kind: easyRun,
			day: onNext(1, latest(lastDay, 3, 4, 3)),
			secondOfDay: 18.2 * hour,
			name: 'Watch over the sleeve',
			heartRate: 0,
		},
		{
			kind: easyRun,
			day: onNext(2, latest(lastDay, 6, 3)),
			secondOfDay: 18.01 * hour,
			place: places.home,
			name: 'Munich Run',
			minutes: 4 / 60,
			meters: 0,
			ascent: 0,
			heartRate: 0,
			pauses: 0,
		},
		{
			kind: longRide,
			day: onNext(5, latest(lastDay, 5, 20, 3)),
			secondOfDay: 9.1 * hour,
			name: 'ELEMNT BOLT 10A6 import',
			watch: importedDevice,
			formats: ['tcx', 'gpx', 'kml', 'csv'],
		},
		{
			kind: strength,
			day: onNext(3, latest(lastDay, 11, 20, 2)),
			secondOfDay: 19 * hour,
			name: 'Forgot to start the watch',
			heartRate: 0,
			watch: manualEntry,
			formats: ['tcx'],
		},
		{kind: newSport, day: onNext(0, latest(lastDay, 7, 27)), secondOfDay: 18.6 * hour},
		{
			kind: newSport,
			day: onNext(3, latest(lastDay, 8, 17)),
			secondOfDay: 7.1 * hour,
			name: 'Nordic something, the watch knows',
		},
		{
			kind: easyRun,
			day: onNext(1, latest(lastDay, 9, 15, 2)),
			secondOfDay: 6.4 * hour,
			unnamed: 'null',
		},
		{
			kind: walk,
			day: onNext(4, latest(lastDay, 1, 10, 1)),
			secondOfDay: 14.2 * hour,
			unnamed: 'null',
		},
		{
			kind: treadmill,
			day: onNext(0, latest(lastDay, 1, 20, 2)),
			secondOfDay: 18.9 * hour,
			unnamed: 'missing',
		},
		{
			kind: shortRide,
			day: onNext(3, latest(lastDay, 8, 24)),
			secondOfDay: 17.7 * hour,
			unnamed: 'missing',
		},
	];
	return wishes.map((wish) => ({...wish, comesFirst: true}));
};
