import type {Activity} from '../../domain/activity.js';
import {presetDays} from '../../domain/day-preset.js';
import type {ExportFormat} from '../../domain/export-format.js';
import {parseQuery} from '../../domain/query/parse-query.js';
import type {Query} from '../../domain/query/query.js';
import type {EntryOf} from '../../services/services.js';
import {rememberLast} from '../remember.js';
import type {Chips} from './chips.js';
import {diskState} from './disk-state.js';

/** What is said by the filter's text. */
export const readFilter = rememberLast(parseQuery);

/** The folder, as far as a filter asks for it. */
export type Backed = {
	readonly formats: readonly ExportFormat[];
	readonly entryOf: EntryOf | undefined;
};

/** Whether there is nothing left to fetch of an activity. */
export const isDone = (id: string, {formats, entryOf}: Backed): boolean => {
	const state = diskState(id, formats, entryOf);
	return state === 'all' || state === 'absent';
};

/** Whether a search asks what is on disk, so that its rows change with it. */
export const asksDisk = ({terms}: Query): boolean =>
	terms.some(({condition}) => condition.kind === 'backed-up');

/** The activities that days and disk let through. */
export const filterByChips = (
	activities: readonly Activity[],
	{days, isOnlyNew}: Pick<Chips, 'days' | 'isOnlyNew'>,
	today: string | undefined,
	backed: Backed,
): readonly Activity[] => {
	const span = days && today !== undefined ? presetDays(days, today) : undefined;
	return span || isOnlyNew
		? activities.filter(
				({id, day}) =>
					(!span || (day >= span.from && day <= span.to)) && !(isOnlyNew && isDone(id, backed)),
			)
		: activities;
};

/** The activities of the chosen sports. */
export const filterBySport = rememberLast(
	(activities: readonly Activity[], sports: ReadonlySet<number>): readonly Activity[] =>
		sports.size === 0 ? activities : activities.filter(({sportType}) => sports.has(sportType)),
);
