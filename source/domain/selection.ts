import type {Activity} from './activity.js';
import {foldCase} from './fold.js';
import {knownSports, toSport} from './sport.js';

/** Which activities are meant. Every part that is given must hold. */
export type Selection = {
	/** Days, inclusive, `YYYY-MM-DD`, held against the activity's own local day. */
	readonly from?: string | undefined;
	readonly to?: string | undefined;
	/** Sport names, keys or codes, or families: `run`, `trail-run`, `Trail Run`, `102`. */
	readonly sports?: readonly string[] | undefined;
	/** Words that all occur in the name or the sport, whatever their case and accents. */
	readonly search?: string | undefined;
	readonly ids?: ReadonlySet<string> | undefined;
	/** At most so many, the newest. */
	readonly limit?: number | undefined;
};

/** Text as searched: lower case, without accents. */
export const fold = (text: string): string => foldCase(text, false);

const isSport = (sportType: number, wanted: string): boolean => {
	const {key, name, family} = toSport(sportType);
	const folded = fold(wanted.trim());
	return (
		folded === key || folded === fold(name) || folded === family || wanted === String(sportType)
	);
};

/** Whether an activity can be of a sport so called: COROS may know numbers that this program does not. */
export const canBeSport = (wanted: string): boolean =>
	/^(?:sport[- ])?\d{1,6}$/.test(fold(wanted.trim())) ||
	knownSports.some(([code]) => isSport(code, wanted));

/** Whether a selection leaves nothing out. */
export const isEverything = ({from, to, sports, search, ids, limit}: Selection): boolean =>
	!(from || to || sports?.length || search?.trim() || ids || limit !== undefined);

/** The selected activities, in the order given. */
export const selectActivities = (
	activities: readonly Activity[],
	{from, to, sports, search, ids, limit}: Selection,
): Activity[] => {
	const words = fold(search ?? '')
		.split(/\s+/)
		.filter((word) => word !== '');
	const selected = activities.filter(({id, day, sportType, name}) => {
		const text = words.length > 0 ? `${fold(name)} ${fold(toSport(sportType).name)}` : '';
		return (
			(!from || day >= from) &&
			(!to || day <= to) &&
			(!ids || ids.has(id)) &&
			(!sports?.length || sports.some((sport) => isSport(sportType, sport))) &&
			words.every((word) => text.includes(word))
		);
	});
	return limit === undefined ? selected : selected.slice(0, limit);
};
