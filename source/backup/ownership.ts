import type {Activity} from '../domain/activity.js';

/** Tells what belongs to an activity from what belongs to another. */
export type Ownership = {
	/** Whether an activity is listed. */
	isKnown(id: string): boolean;
	/**
	 * Whether a file can be an activity's, by its start (Unix seconds, where its format tells) and by
	 * the activity that the same bytes were saved for before, if any.
	 */
	ownsFile(id: string, fileStart: number | undefined, savedFor?: string): boolean;
	/** Whether a link that names an activity, if it does, can be this one's. */
	ownsLink(id: string, linkedId: string | undefined): boolean;
};

/** Clocks and roundings; two activities never start this close together. */
const sameMomentSeconds = 120;

/** More than any mistaken time zone can explain. */
const farSeconds = 26 * 60 * 60;

/**
 * Tells a file that belongs to another activity. A start that differs a little is no proof: an
 * import with a mistaken zone differs by hours. It is one when another listed activity starts just
 * then, or when no zone explains the difference.
 */
export const createOwnership = (activities: readonly Activity[]): Ownership => {
	const starts = new Map(activities.map(({id, startTime}) => [id, startTime]));
	const sorted = activities
		.flatMap(({startTime}) => (startTime === undefined ? [] : [startTime]))
		.sort((a, b) => a - b);

	const startsNear = (moment: number): boolean => {
		let low = 0;
		let high = sorted.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((sorted[middle] ?? 0) < moment - sameMomentSeconds) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}

		return Math.abs((sorted[low] ?? Number.POSITIVE_INFINITY) - moment) <= sameMomentSeconds;
	};

	return {
		isKnown: (id) => starts.has(id),
		ownsLink: (id, linkedId) => linkedId === undefined || linkedId === id || !starts.has(linkedId),
		ownsFile(id, fileStart, savedFor) {
			const start = starts.get(id);
			if (fileStart === undefined) {
				// The same activity uploaded twice has the same file twice, and the same start.
				return savedFor === undefined || savedFor === id || starts.get(savedFor) === start;
			}

			if (start === undefined) {
				return true;
			}

			const difference = Math.abs(fileStart - start);
			return (
				difference <= sameMomentSeconds || (difference <= farSeconds && !startsNear(fileStart))
			);
		},
	};
};
