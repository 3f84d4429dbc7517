import {type DayNumber, latest, weekdayOf} from './calendar.js';
import type {Injury} from './fitness.js';
import {planHolidays} from './holidays.js';
import {type OddName, oddNames} from './odd-names.js';
import type {Account} from './plan-session.js';
import {planRaces} from './races.js';
import {createRandom, mixSeed} from './random.js';
import {planSpecialSessions} from './special-sessions.js';
import {traitsOf} from './sport-traits.js';
import {planWeek} from './training-week.js';
import {purposeOf} from './week-purpose.js';
import type {Wish} from './wish.js';

/** A stress fracture in the second winter: ten weeks in which nothing was recorded. */
export const injuryBefore = (lastDay: DayNumber): Injury => {
	const from = latest(lastDay, 2, 6, 2);
	return {from, to: from + 70};
};

/** Days after an injury before the owner enters a race again. */
const backToRacing = 56;

/** Odd names are for sessions with a track where there are any, so that GPX and KML bear them too. */
const suits = (wish: Wish, odd: OddName) => {
	const {motion, outdoors} = traitsOf(wish.kind.sportType);
	const isTracked = odd.motion !== 'still' && odd.motion !== 'swim';
	return !wish.comesFirst && motion === odd.motion && outdoors === isTracked;
};

/** Gives every odd name to one ordinary session of its kind, spread over the years. */
const withOddNames = (wishes: readonly Wish[]): Wish[] => {
	const named = new Map<Wish, string>();
	for (const [index, odd] of oddNames.entries()) {
		const from = Math.floor(((index + 0.5) * wishes.length) / oddNames.length);
		const ordinary = [...wishes.slice(from), ...wishes.slice(0, from)].find(
			(wish) => !named.has(wish) && suits(wish, odd),
		);
		if (ordinary) {
			named.set(ordinary, odd.name);
		}
	}

	return wishes.map((wish) => {
		const name = named.get(wish);
		return name === undefined ? wish : {...wish, name};
	});
};

/**
 * Four years of one amateur, oldest first: training weeks that build, rest and taper towards races,
 * an injury, holidays, and the odd things that happen in any real account.
 */
export const writeStory = (account: Account): Wish[] => {
	const {firstDay, lastDay, injury} = account;
	const races = planRaces(firstDay, lastDay).filter(
		({day}) => day < injury.from || day > injury.to + backToRacing,
	);
	const raceDays = races.map((race) => race.day);
	const holidays = planHolidays(lastDay);
	const fixed = [
		...races,
		...holidays.flatMap((holiday) => holiday.wishes),
		...planSpecialSessions(lastDay),
	].filter((wish) => wish.day >= firstDay && wish.day <= lastDay);

	const taken = new Set(fixed.map((wish) => wish.day));
	const random = createRandom(mixSeed(account.seed, 77));
	const ordinary: Wish[] = [];
	for (let monday = firstDay - weekdayOf(firstDay); monday <= lastDay; monday += 7) {
		ordinary.push(...planWeek(monday, purposeOf(monday, raceDays, injury), random));
	}

	const possible = ordinary.filter(
		({day}) =>
			day >= firstDay &&
			day <= lastDay &&
			!taken.has(day) &&
			!holidays.some((holiday) => day >= holiday.from - 1 && day <= holiday.to + 1),
	);
	// Even seconds only: fillers start at odd ones, so no two activities ever share an id.
	return withOddNames(
		[...fixed, ...possible]
			.map((wish) => ({...wish, secondOfDay: Math.round(wish.secondOfDay / 2) * 2}))
			.toSorted((a, b) => a.day - b.day),
	);
};
