import {knownSports} from '../domain/sport.js';
import type {Candidates} from './usage.js';

/** What people call their sports, where COROS calls them otherwise. */
const otherWords = {
	running: 'run',
	jogging: 'run',
	cycling: 'ride',
	biking: 'ride',
	bike: 'ride',
	hiking: 'hike',
	walking: 'walk',
	swimming: 'swim',
	rowing: 'row',
	skiing: 'ski',
	climbing: 'climb',
} as const;

/** What a sport can be called, and the word for it that `--sport` takes. */
export const sportWords = (): Candidates =>
	new Map([
		...knownSports.flatMap(
			([, {key, family, name}]): Array<[string, string]> => [
				[key, key],
				[family, family],
				[name.toLowerCase(), key],
			],
		),
		...Object.entries(otherWords),
	]);
