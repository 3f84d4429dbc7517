import type {Activity} from '../../domain/activity.js';
import {fold} from '../../domain/selection.js';
import {toSport} from '../../domain/sport.js';
import {rememberLast} from '../remember.js';

// Folding costs more than searching, and the same rows are searched at every key.
const haystacks = new WeakMap<Activity, string>();

const haystackOf = (activity: Activity): string => {
	const known = haystacks.get(activity);
	if (known !== undefined) {
		return known;
	}

	const text = `${fold(activity.name)} ${fold(toSport(activity.sportType).name)}`;
	haystacks.set(activity, text);
	return text;
};

/** The words of a filter, as they are searched. */
export const filterWords = (text: string): readonly string[] =>
	fold(text)
		.split(/\s+/)
		.filter((word) => word !== '');

/** The activities whose name and sport hold every word. */
export const filterActivities = rememberLast(
	(activities: readonly Activity[], text: string): readonly Activity[] => {
		const words = filterWords(text);
		return words.length === 0
			? activities
			: activities.filter((activity) => {
					const haystack = haystackOf(activity);
					return words.every((word) => haystack.includes(word));
				});
	},
);
