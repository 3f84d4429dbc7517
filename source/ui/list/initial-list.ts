import type {List} from '../model.js';

/** A list of which nothing is known yet. */
export const initialList: List = {
	activities: [],
	phase: 'loading',
	reading: 0,
	full: false,
	found: 0,
	total: undefined,
	unreadable: 0,
	readAt: undefined,
};
