import {type ExportFormat, exportFormats} from '../../domain/export-format.js';

/** What moves and how a watch shows its speed. */
export type Motion = 'run' | 'walk' | 'ride' | 'swim' | 'row' | 'ski' | 'still';

/** How COROS lists a sport and how its watches record it. */
export type SportTraits = {
	/** COROS's second numbering of sports, in the list item. */
	readonly mode: number;
	readonly subMode: number;
	/** FIT `sport` and, where COROS writes one, `sub_sport`. */
	readonly fitSport: number;
	readonly fitSubSport?: number;
	readonly motion: Motion;
	/** Whether there is a track on the map. */
	readonly outdoors: boolean;
	/** Steps of one leg, pedal turns or strokes a minute; 0 where none are counted. */
	readonly cadence: number;
	/** Metres between automatic laps; 0 where the watch makes none. */
	readonly lapMeters: number;
};

const row = (
	codes: readonly [mode: number, subMode: number, fitSport: number, fitSubSport?: number],
	motion: Motion,
	outdoors: boolean,
	cadence: number,
	lapMeters: number,
): SportTraits => {
	const [mode, subMode, fitSport, fitSubSport] = codes;
	const traits = {mode, subMode, fitSport, motion, outdoors, cadence, lapMeters};
	return fitSubSport === undefined ? traits : {...traits, fitSubSport};
};

/** Keyed by COROS's `sportType`. Modes from its web app's table; FIT numbers from the public profile. */
const traits: Readonly<Record<number, SportTraits>> = {
	100: row([8, 1, 1], 'run', true, 85, 1000),
	101: row([8, 2, 1, 1], 'run', false, 84, 1000),
	102: row([15, 1, 1, 3], 'run', true, 80, 1000),
	103: row([20, 1, 1, 4], 'run', true, 89, 1000),
	104: row([16, 1, 17], 'walk', true, 54, 1000),
	200: row([9, 1, 2, 7], 'ride', true, 84, 5000),
	201: row([9, 2, 2, 6], 'ride', false, 88, 5000),
	203: row([9, 6, 2, 46], 'ride', true, 78, 5000),
	300: row([10, 2, 5, 17], 'swim', false, 27, 100),
	301: row([10, 1, 5, 18], 'swim', true, 29, 500),
	400: row([18, 2, 10, 26], 'still', false, 0, 0),
	402: row([23, 2, 10, 20], 'still', false, 0, 0),
	500: row([21, 1, 13], 'ski', true, 0, 0),
	502: row([19, 1, 12], 'ski', true, 0, 1000),
	503: row([22, 1, 13, 37], 'ski', true, 0, 1000),
	700: row([24, 1, 15], 'row', true, 22, 500),
	701: row([24, 2, 15, 14], 'row', false, 25, 500),
	800: row([25, 2, 31, 68], 'still', false, 0, 0),
	900: row([31, 1, 11], 'walk', true, 56, 1000),
	904: row([32, 2, 10, 43], 'still', false, 0, 0),
	10000: row([13, 1, 18, 78], 'run', true, 0, 0),
};

const unlisted = row([98, 1, 0], 'run', true, 0, 0);

/** The traits of a sport; one that is not in the table is some custom sport with a track. */
export const traitsOf = (sportType: number): SportTraits => traits[sportType] ?? unlisted;

const withoutTrack: readonly ExportFormat[] = ['fit', 'tcx', 'csv'];
const originalOnly: readonly ExportFormat[] = ['fit'];

/**
 * The exports COROS offers: GPX and KML need a track, and of a sport that its own export list does
 * not know there is only the original.
 */
export const formatsOf = (sportType: number): readonly ExportFormat[] => {
	const known = traits[sportType];
	if (!known) {
		return originalOnly;
	}

	return known.outdoors ? exportFormats : withoutTrack;
};

/** The change from one sport of a triathlon to the next, which FIT counts as a sport. */
const transition = row([13, 1, 3], 'walk', true, 50, 0);

/** The traits of a leg, whose code is 0 for a change of sports. */
export const legTraits = (sportType: number): SportTraits =>
	sportType === 0 ? transition : traitsOf(sportType);
