import type {Activity} from '../../domain/activity.js';
import type {Steps} from '../../domain/steps.js';
import {allActivities} from '../list/all-activities.js';
import type {Model} from '../model.js';
import {rememberInSteps, rememberLast} from '../remember.js';
import type {Chips} from './chips.js';
import {backedUp} from './disk-state.js';
import {asksDisk, type Backed, filterByChips, filterBySport, readFilter} from './filter.js';
import {sortActivities, sortInTurns} from './order.js';
import {searchActivities, searchInTurns} from './search.js';
import {shownTotals} from './totals.js';

type Ground = Pick<Model, 'list' | 'table' | 'settings' | 'clock' | 'formats' | 'archive'>;

type BackedArguments = readonly [
	formats: Backed['formats'] | undefined,
	entryOf: Backed['entryOf'],
];

// biome-ignore lint/correctness/useYield: a single step, whose answer has to stay the same one.
const chip = rememberInSteps(function* (
	activities: readonly Activity[],
	days: Chips['days'],
	isOnlyNew: boolean,
	today: string | undefined,
	formats: Backed['formats'] | undefined,
	entryOf: Backed['entryOf'],
): Steps<readonly Activity[]> {
	return filterByChips(activities, {days, isOnlyNew}, today, {formats: formats ?? [], entryOf});
});

// News of the folder change nothing where nobody asks for it.
const backedFor = ({formats, archive}: Ground, asks: boolean): BackedArguments =>
	asks ? [formats, archive.entryOf] : [undefined, undefined];

const letThrough = (sorted: readonly Activity[], model: Ground): readonly Activity[] => {
	const {days, isOnlyNew} = model.table.chips;
	const today = days && model.clock?.today;
	return chip.now(sorted, days, isOnlyNew, today, ...backedFor(model, isOnlyNew));
};

/** The rows that a search looks through. */
export const rowsToSearch = (model: Ground): readonly Activity[] =>
	letThrough(sortActivities(allActivities(model), model.table.sort), model);

const searchOf = (model: Ground) => {
	const query = readFilter(model.table.filter.text, model.settings.units);
	return [query, ...backedFor(model, asksDisk(query))] as const;
};

/** The rows as everything but the chosen sports leaves them. */
export const rowsOfAnySport = (model: Ground): readonly Activity[] =>
	searchActivities(rowsToSearch(model), ...searchOf(model));

/** Works out beforehand what a long list shows: order, search and sums of it take many frames. */
export function* prepareRows(model: Ground): Steps<void> {
	const {list, table, formats, archive} = model;
	const sorted = yield* sortInTurns(allActivities(model), table.sort);
	const found = yield* searchInTurns(letThrough(sorted, model), ...searchOf(model));
	yield* shownTotals.steps(filterBySport(found, table.chips.sports));
	yield* backedUp.steps(list.activities, formats, archive.entryOf);
}

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
