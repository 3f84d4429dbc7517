import type {Activity} from '../activity.js';
import {foldCase} from '../fold.js';
import {toSport} from '../sport.js';
import type {Haystack} from './match-query.js';

// The same activities are searched at every key, in whatever order they stand.
const known = new WeakMap<Activity, Haystack>();

/** What words are searched in, made once for each activity. */
export const haystackOf = (activity: Activity): Haystack => {
	const made = known.get(activity);
	if (made) {
		return made;
	}

	// Between them a line's end, so that no word is found across both.
	const text = foldCase(`${activity.name}\n${toSport(activity.sportType).name}`, true);
	const haystack = {text, lower: text.toLowerCase()};
	known.set(activity, haystack);
	return haystack;
};
