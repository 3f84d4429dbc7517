import type {Activity} from '../../domain/activity.js';
import {toSport} from '../../domain/sport.js';
import type {Model} from '../model.js';
import {rememberLast} from '../remember.js';
import {rowsOfAnySport} from './rows.js';

/** One line of the sport menu; without a code it is all sports. */
export type SportChoice = {
	readonly sportType: number | undefined;
	readonly name: string;
	/** Activities of it that the other filters leave. */
	readonly count: number;
};

const choices = rememberLast(
	(rows: readonly Activity[], sports: ReadonlySet<number>): readonly SportChoice[] => {
		// A chosen sport stays in the menu, even where the other filters leave none of it.
		const counts = new Map<number, number>([...sports].map((sportType) => [sportType, 0]));
		for (const {sportType} of rows) {
			counts.set(sportType, (counts.get(sportType) ?? 0) + 1);
		}

		const each = [...counts]
			.map(([sportType, count]) => ({sportType, count, name: toSport(sportType).name}))
			.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
		return [{sportType: undefined, name: 'All sports', count: rows.length}, ...each];
	},
);

/** The sports there are, the most frequent first. */
export const sportChoices = (model: Model): readonly SportChoice[] =>
	choices(rowsOfAnySport(model), model.table.chips.sports);
