import {createDemoActivities} from '../../../source/simulator/activities/demo-activities.js';
import {oddNames} from '../../../source/simulator/activities/odd-names.js';
import type {SimulatedActivity} from '../../../source/simulator/activities/simulated-activity.js';

const activities = createDemoActivities();

const find = (isWanted: (activity: SimulatedActivity) => boolean): SimulatedActivity => {
	const found = activities.find(isWanted);
	if (!found) throw new Error('The demo account has no such activity.');
	return found;
};

const ofSport = (sportType: number) => find(({plan}) => plan.sportType === sportType);

/** One activity of every kind that differs in how it is recorded. */
export const variants = {
	run: find(({plan}) => plan.sportType === 100 && plan.pauses === 0 && plan.heartRate > 0),
	'run with a pause': find(({plan}) => plan.sportType === 100 && plan.pauses === 1),
	'run of the first watch': find(
		({plan}) => plan.sportType === 100 && plan.watch.name === 'COROS PACE 2',
	),
	'run across midnight': find(({item}) => item.date === 20_251_231),
	'run across a clock change': find(({item}) => item.startTimezone !== item.endTimezone),
	'run across the date line': find(
		({plan}) => plan.place.name === 'Taveuni' && plan.sportType === 100,
	),
	'run without heart rate': find(
		({plan}) => plan.sportType === 100 && plan.heartRate === 0 && plan.meters > 0,
	),
	'empty run': find(({plan}) => plan.meters === 0 && plan.workoutSeconds < 10),
	ultra: find(({plan}) => plan.workoutSeconds > 9.5 * 3600),
	'ride with 34 pauses': find(({plan}) => plan.pauses > 30),
	triathlon: ofSport(10_000),
	trail: ofSport(102),
	track: ofSport(103),
	treadmill: ofSport(101),
	hike: ofSport(104),
	'indoor bike': ofSport(201),
	'pool swim': ofSport(300),
	'open water': ofSport(301),
	strength: find(({plan, formats}) => plan.sportType === 402 && formats.includes('fit')),
	ski: ofSport(500),
	'ski tour': ofSport(503),
	row: ofSport(700),
	yoga: ofSport(904),
	'sport without a name': ofSport(1234),
} as const satisfies Record<string, SimulatedActivity>;

/** Those of which COROS has a FIT, by name. */
export const fitVariants = Object.entries(variants);

/** Every seventh activity of the account, and the variants. */
export const sample: readonly SimulatedActivity[] = [
	...new Set([...Object.values(variants), ...activities.filter((_, index) => index % 7 === 0)]),
];

export const imported: SimulatedActivity = find(({plan}) => plan.imported && plan.meters > 0);
export const byHand: SimulatedActivity = find(({plan}) => plan.imported && plan.meters === 0);

/** The sessions that bear the odd names. */
export const oddlyNamed: readonly SimulatedActivity[] = activities.filter(({plan}) =>
	oddNames.some(({name}) => name === plan.name),
);
