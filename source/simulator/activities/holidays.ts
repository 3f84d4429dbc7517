import {type DayNumber, latest, nthWeekday, yearOf} from './calendar.js';
import {enduranceKinds} from './endurance-kinds.js';
import {farPlaces} from './far-places.js';
import {otherKinds} from './other-kinds.js';
import {type Place, places} from './places.js';
import type {SessionKind} from './session-kind.js';
import type {Wish} from './wish.js';

/** Days away from home: nothing else is trained in between. */
export type Holiday = {
	readonly from: DayNumber;
	readonly to: DayNumber;
	readonly wishes: readonly Wish[];
};

/** One session of a holiday: days after its start, local hour, what, where, under what name. */
type Outing = readonly [day: number, hour: number, kind: SessionKind, place: Place, name?: string];

const holiday = (from: DayNumber, outings: readonly Outing[]): Holiday => ({
	from,
	to: from + Math.max(...outings.map(([day]) => day)),
	wishes: outings.map(([day, hour, kind, place, name]) => ({
		kind,
		day: from + day,
		secondOfDay: Math.round(hour * 3600),
		place,
		comesFirst: true,
		...(name === undefined ? {} : {name}),
	})),
});

const {easyRun, longRide, riverRun, hike, trailRun, tempoRun, longTrail} = enduranceKinds;
const {walk, openWater, pistes, poolSwim} = otherKinds;
const {mallorca, dolomites, alps} = places;
const {newfoundland, chicago, denver, boulder, pokhara, delhi, adelaide, taveuni} = farPlaces;

/** A hike of a real mountain day, not of an afternoon. */
const trek: SessionKind = {...hike, minutes: [170, 245]};
const swimInSea: SessionKind = {...openWater, at: [taveuni]};

/** Every journey of the four years before the last day. */
export const planHolidays = (lastDay: DayNumber): Holiday[] => [
	holiday(latest(lastDay, 3, 15, 3), [
		[0, 10.2, longRide, mallorca],
		[1, 9.6, longRide, mallorca, 'Camp day 2: Sóller & back'],
		[3, 9.8, longRide, mallorca, 'Camp day 4, climbs'],
		[4, 16.1, easyRun, mallorca],
		[5, 9.4, longRide, mallorca],
	]),
	holiday(latest(lastDay, 8, 6, 3), [
		[0, 7.1, easyRun, newfoundland, 'Jet lag jog'],
		[2, 9.3, trek, newfoundland, 'East Coast Trail, whales!'],
		[4, 18.4, riverRun, newfoundland],
		[6, 10.5, walk, newfoundland],
	]),
	holiday(latest(lastDay, 7, 20, 2), [
		[0, 8.2, trek, dolomites],
		[1, 7.4, trek, dolomites, 'Seceda — wolkenlos ☀️'],
		[3, 8.6, trailRun, dolomites],
		[4, 7.9, trek, dolomites],
	]),
	holiday(latest(lastDay, 2, 9, 1), [
		[0, 9.3, pistes, alps],
		[1, 9.5, pistes, alps, 'Ski day with everybody'],
		[3, 9.1, pistes, alps],
	]),
	holiday(latest(lastDay, 3, 16, 1), [
		[0, 9.9, longRide, mallorca, 'Camp day 1'],
		[1, 9.5, longRide, mallorca],
		[2, 17.2, easyRun, mallorca, 'Brick / run off the bike'],
		[4, 9.2, longRide, mallorca, 'Camp: the big one'],
	]),
	holiday(latest(lastDay, 6, 10, 1), [
		[0, 6.8, easyRun, denver],
		[2, 7.2, longTrail, boulder, 'Thin air'],
		[4, 6.4, tempoRun, denver, 'Mile high tempo'],
		[6, 17.8, easyRun, denver],
	]),
	holiday(latest(lastDay, 11, 2, 1), [
		[0, 6.2, easyRun, delhi, 'नई दिल्ली सुबह की दौड़'],
		[3, 7.1, trek, pokhara, 'Trek 1: Nayapul – Ulleri'],
		[4, 7.3, trek, pokhara, 'Trek 2'],
		[6, 6.6, trek, pokhara, 'Trek 4: Poon Hill before dawn'],
	]),
	// Around the marathon there, which is among the races.
	holiday(nthWeekday(yearOf(lastDay), 10, 6, 2) - 3, [
		[0, 7.2, easyRun, chicago, 'Shake-out'],
		[5, 16.5, walk, chicago],
	]),
	holiday(latest(lastDay, 1, 28), [
		[0, 7.4, easyRun, adelaide],
		[2, 6.9, tempoRun, adelaide, 'Torrens path, 34 °C'],
		[5, 6.7, riverRun, taveuni, 'Yesterday and today: over the date line'],
		[6, 16.9, poolSwim, taveuni],
		[7, 8.1, swimInSea, taveuni],
	]),
];
