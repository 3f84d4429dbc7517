import type {Activity} from '../../domain/activity.js';
import {everyInSteps, type Steps} from '../../domain/steps.js';

/** All that is known of an activity, but the address of its picture, which changes by itself. */
const toText = ({raw, ...activity}: Activity): string => {
	const {imageUrl: _, ...rest} = raw;
	return JSON.stringify([activity, rest]);
};

const isSame = (one: Activity | undefined, other: Activity | undefined): boolean =>
	one === other || (one !== undefined && other !== undefined && toText(one) === toText(other));

/** Whether what came stands in the known list just so. */
const holds = (known: readonly Activity[], news: readonly Activity[]): boolean => {
	const [first] = news;
	const at = first ? known.findIndex(({id}) => id === first.id) : 0;
	return at !== -1 && news.every((activity, index) => isSame(activity, known[at + index]));
};

/** How many of the news stand before the known, where these follow in their order; -1 where not. */
const countBefore = (known: readonly Activity[], news: readonly Activity[]): number => {
	const first = known[0]?.id;
	const before = first === undefined ? -1 : news.findIndex(({id}) => id === first);
	return before !== -1 && known.every(({id}, index) => news[before + index]?.id === id)
		? before
		: -1;
};

/**
 * Both lists, newer news of an activity replacing the old. Where there are none it is the known list
 * itself: its order, its search and its marks stay what they are.
 */
export const merge = (
	known: readonly Activity[],
	news: readonly Activity[],
): readonly Activity[] => {
	if (known === news || holds(known, news)) {
		return known;
	}

	if (countBefore(known, news) !== -1) {
		return news;
	}

	// The usual cases of a long list need no index of it.
	if (countBefore(news, known) === 0) {
		return [...news, ...known.slice(news.length)];
	}

	const byId = new Map(known.map((activity) => [activity.id, activity]));
	for (const activity of news) {
		byId.set(activity.id, activity);
	}

	return [...byId.values()];
};

/** The whole list as it is now; the known one where nothing of it is different. */
export function* replace(
	known: readonly Activity[],
	news: readonly Activity[],
): Steps<readonly Activity[]> {
	if (known === news) {
		return known;
	}

	let index = 0;
	const isKnown = yield* everyInSteps(news, (activity) => {
		index += 1;
		return isSame(activity, known[index - 1]);
	});
	return isKnown && known.length === news.length ? known : news;
}
