import type {ActivityPlan} from './activity-plan.js';
import {type DayNumber, shareOfYear} from './calendar.js';
import {fitnessOn, type Injury} from './fitness.js';
import {rollName} from './names.js';
import type {Place} from './places.js';
import {createRandom, mixSeed, type Random} from './random.js';
import {formatsOf, type Motion, traitsOf} from './sport-traits.js';
import {toUnixSeconds} from './time-zone.js';
import {watchWorn} from './watch.js';
import type {Wish} from './wish.js';

/** The account a session is planned in. */
export type Account = {
	readonly seed: number;
	readonly firstDay: DayNumber;
	readonly lastDay: DayNumber;
	readonly injury: Injury;
};

const kilograms = 67;
const bikeKilograms = 77;
/** The owner bought a power meter for the road bike after so many days. */
const powerMeterAfter = 480;

const temperatureAt = (place: Place, day: DayNumber, random: Random) => {
	const july = Math.cos((shareOfYear(day) - 0.55) * 2 * Math.PI);
	return Math.round(place.mean + place.swing * july + 2.6 * random.normal());
};

const rollMeters = (wish: Wish, place: Place, seconds: number, fitness: number, random: Random) => {
	const {kind} = wish;
	const {motion} = traitsOf(kind.sportType);
	const hills = motion === 'run' ? 0.0035 : motion === 'ride' ? 0.006 : 0;
	const slowed = 1 + hills * place.climbPerKm * kind.climb;
	const gained = motion === 'run' || motion === 'ride' ? fitness : 1;
	const meters = (seconds * kind.speed * gained * random.between(0.955, 1.045)) / slowed;
	// Pools are 25 m long, and a watch there counts nothing but lengths.
	return kind.sportType === 300 ? Math.round(meters / 25) * 25 : Math.round(meters * 100) / 100;
};

const rollWatts = (motion: Motion, outdoors: boolean, speed: number, slope: number) => {
	if (motion === 'run') {
		return Math.round(kilograms * speed * (1.03 + 3.2 * slope));
	}

	const air = outdoors ? 0.21 : 0.19;
	const climbing = bikeKilograms * 9.81 * slope * 0.7;
	return Math.round(air * speed ** 3 + (3.8 + climbing) * speed + 12);
};

const nameIn = (wish: Wish, rolled: string) => {
	if (wish.unnamed !== undefined) {
		return wish.unnamed === 'null' ? null : undefined;
	}

	return wish.name ?? rolled;
};

/** Rolls whatever a wish leaves open. The same wish in the same account gives the same plan. */
export const planSession = (wish: Wish, account: Account): ActivityPlan => {
	const {kind, day} = wish;
	const seed = mixSeed(account.seed, mixSeed(day, wish.secondOfDay));
	const random = createRandom(seed);
	const {motion, outdoors} = traitsOf(kind.sportType);
	const place = wish.place ?? random.pick(kind.at);
	const seconds = Math.round((wish.minutes ?? random.between(...kind.minutes)) * 60);
	const fitness = fitnessOn(day, account.firstDay, account.injury);
	const meters = wish.meters ?? rollMeters(wish, place, seconds, fitness, random);
	const steepness = (place.climbPerKm * kind.climb * random.between(0.75, 1.3)) / 1000;
	const ascent = outdoors ? Math.round(wish.ascent ?? meters * steepness) : 0;
	const pauses = wish.pauses ?? random.whole(...kind.pauses);
	const pauseSeconds =
		wish.pauseSeconds ?? Math.round(pauses * random.between(...kind.pauseSeconds));
	const watch = wish.watch ?? watchWorn(account.lastDay - day);
	const hasPower =
		meters > 0 &&
		!wish.legs &&
		((motion === 'run' && outdoors) ||
			(motion === 'ride' && (!outdoors || day - account.firstDay > powerMeterAfter)));
	const speed = meters / Math.max(1, seconds);
	const rolledName = rollName(kind, place, random);

	return {
		sportType: kind.sportType,
		place,
		startTime: toUnixSeconds(place.zone, day, wish.secondOfDay),
		workoutSeconds: seconds,
		pauseSeconds: pauses === 0 ? 0 : Math.max(pauses * 5, pauseSeconds),
		pauses,
		meters,
		ascent,
		heartRate: wish.heartRate ?? random.whole(...kind.heartRate),
		watts: hasPower ? rollWatts(motion, outdoors, speed, ascent / Math.max(1, meters)) : 0,
		shape: kind.shape,
		pacing: kind.pacing,
		relief: kind.relief,
		temperature: outdoors ? temperatureAt(place, day, random) : 20,
		name: nameIn(wish, rolledName),
		watch,
		formats: wish.formats ?? formatsOf(kind.sportType),
		imported: watch.product === 0,
		legs: wish.legs ?? [],
		seed,
	};
};
