import {foldCase} from '../fold.js';
import {knownSports, type Sport, toSport} from '../sport.js';

const isExactly = (sport: Sport, sportType: number, wanted: string): boolean =>
	wanted === sport.key ||
	wanted === sport.family ||
	wanted === sport.name.toLowerCase() ||
	wanted === String(sportType);

const isPartly = ({key, name}: Sport, wanted: string): boolean =>
	key.includes(wanted) || name.toLowerCase().includes(wanted);

/**
 * Which codes are meant by a sport's key, name, family or number: `run`, `trail-run`, `102`. Where
 * nothing is called exactly so, a part will do: `trail`.
 */
export const sportMatcher = (text: string): ((sportType: number) => boolean) => {
	const wanted = foldCase(text.trim(), false);
	const isExact = knownSports.some(([code, sport]) => isExactly(sport, code, wanted));
	const known = new Map<number, boolean>();
	return (sportType) => {
		const sport = toSport(sportType);
		const found =
			known.get(sportType) ??
			(isExactly(sport, sportType, wanted) || (!isExact && isPartly(sport, wanted)));
		known.set(sportType, found);
		return found;
	};
};

/** Whether there is such a sport; COROS may know numbers that this program does not. */
export const isSportNamed = (text: string): boolean => {
	const wanted = foldCase(text.trim(), false);
	return (
		/^(?:sport-)?\d{1,6}$/.test(wanted) ||
		(wanted !== '' &&
			knownSports.some(
				([code, sport]) => isExactly(sport, code, wanted) || isPartly(sport, wanted),
			))
	);
};
