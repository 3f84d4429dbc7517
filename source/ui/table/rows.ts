import type {Activity} from '../../domain/activity.js';
import type {Model} from '../model.js';
import {rememberLast} from '../remember.js';
import type {Chips} from './chips.js';
import {asksDisk, type Backed, filterByChips, filterBySport, readFilter} from './filter.js';
import {sortActivities} from './order.js';
import {searchActivities} from './search.js';

type Ground = Pick<Model, 'list' | 'table' | 'settings' | 'clock' | 'formats' | 'archive'>;

type BackedArguments = readonly [
	formats: Backed['formats'] | undefined,
	entryOf: Backed['entryOf'],
];

const chip = rememberLast(
	(
		activities: readonly Activity[],
		days: Chips['days'],
		isOnlyNew: boolean,
		today: string | undefined,
		formats: Backed['formats'] | undefined,
		entryOf: Backed['entryOf'],
	) => filterByChips(activities, {days, isOnlyNew}, today, {formats: formats ?? [], entryOf}),
);

/** The rows as everything but the chosen sports leaves them. */
export const rowsOfAnySport = (model: Ground): readonly Activity[] => {
	const {list, table, settings, clock, formats, archive} = model;
	const {filter, sort} = table;
	const {days, isOnlyNew} = table.chips;
	const query = readFilter(filter.text, settings.units);
	// News of the folder change nothing where nobody asks for it.
	const backedFor = (asks: boolean): BackedArguments =>
		asks ? [formats, archive.entryOf] : [undefined, undefined];
	const sorted = sortActivities(list.activities, sort);
	const today = days && clock?.today;
	const chipped = chip(sorted, days, isOnlyNew, today, ...backedFor(isOnlyNew));
	return searchActivities(chipped, query, ...backedFor(asksDisk(query)));
};

/** The rows in the table's order that filter and chips let through. Typing does not sort again. */
export const shownRows = (model: Ground): readonly Activity[] =>
	filterBySport(rowsOfAnySport(model), model.table.chips.sports);

/** Where each id stands in the rows. */
export const indexById = rememberLast(
	(rows: readonly Activity[]): ReadonlyMap<string, number> =>
		new Map(rows.map(({id}, index) => [id, index])),
);

/** The activity under the cursor. */
export const currentRow = (model: Model): Activity | undefined =>
	shownRows(model)[model.table.cursor];
