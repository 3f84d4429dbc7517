import {toSport} from '../../domain/sport.js';
import type {ActivityPlan} from './activity-plan.js';
import type {Place} from './places.js';
import type {Random} from './random.js';
import type {SessionKind} from './session-kind.js';
import {traitsOf} from './sport-traits.js';
import {writtenNames} from './written-names.js';

/** The name COROS gives an activity: the place where it is known, and the sport. */
export const defaultName = (sportType: number, place: Place): string => {
	const sport = toSport(sportType).name;
	return traitsOf(sportType).outdoors ? `${place.name} ${sport}` : sport;
};

/** Most people leave most names alone. */
export const rollName = (kind: SessionKind, place: Place, random: Random): string =>
	random.chance(0.3)
		? random.pick<string>(writtenNames[kind.words])
		: defaultName(kind.sportType, place);

/** The name files carry: the person's, or COROS's own where there is none. */
export const nameOf = (plan: ActivityPlan): string =>
	plan.name ?? defaultName(plan.sportType, plan.place);
