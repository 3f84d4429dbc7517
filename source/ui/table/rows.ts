import type {Activity} from '../../domain/activity.js';
import {allActivities} from '../list/all-activities.js';
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

// News of the folder change nothing where nobody asks for it.
const backedFor = ({formats, archive}: Ground, asks: boolean): BackedArguments =>
	asks ? [formats, archive.entryOf] : [undefined, undefined];

/** The rows that a search looks through. */
export const rowsToSearch = (model: Ground): readonly Activity[] => {
	const {table, clock} = model;
	const {days, isOnlyNew} = table.chips;
	const sorted = sortActivities(allActivities(model), table.sort);
	const today = days && clock?.today;
	return chip(sorted, days, isOnlyNew, today, ...backedFor(model, isOnlyNew));
};

/** The rows as everything but the chosen sports leaves them. */
export const rowsOfAnySport = (model: Ground): readonly Activity[] => {
	const query = readFilter(model.table.filter.text, model.settings.units);
	return searchActivities(rowsToSearch(model), query, ...backedFor(model, asksDisk(query)));
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
