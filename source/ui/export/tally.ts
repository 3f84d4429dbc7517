import {decideTransfer} from '../../backup/plan.js';
import type {Activity} from '../../domain/activity.js';
import {type ExportFormat, exportFormats} from '../../domain/export-format.js';
import type {EntryOf} from '../../services/services.js';
import {allActivities} from '../list/all-activities.js';
import type {Model} from '../model.js';
import {rememberLast} from '../remember.js';
import type {ExportChoice} from './export-choice.js';

/** What an export would do, in files. */
export type Tally = {
	readonly toFetch: number;
	readonly saved: number;
	/** COROS said it has no such file, and is not asked again yet. */
	readonly unavailable: number;
};

type ByFormat = ReadonlyMap<ExportFormat, Tally>;

// Counted for every format at once, so that ticking one costs nothing.
const countByFormat = rememberLast(
	(activities: readonly Activity[], entryOf: EntryOf, at: number): ByFormat => {
		const now = new Date(at);
		const tallies = exportFormats.map((format) => {
			const counts = {keep: 0, 'believe-missing': 0, fetch: 0};
			for (const activity of activities) {
				counts[decideTransfer(activity, entryOf(activity.id, format), now)] += 1;
			}

			const {keep: saved, 'believe-missing': unavailable, fetch: toFetch} = counts;
			return [format, {toFetch, saved, unavailable}] as const;
		});
		return new Map(tallies);
	},
);

const withIds = rememberLast(
	(activities: readonly Activity[], target: readonly string[]): readonly Activity[] => {
		const ids = new Set(target);
		return activities.filter(({id}) => ids.has(id));
	},
);

/** The activities a choice is about. */
const targeted = (model: Model, {target}: ExportChoice): readonly Activity[] =>
	target === 'everything' ? model.list.activities : withIds(allActivities(model), target);

/** Adds up the chosen formats; undefined while the folder is unread. */
export const tallyChoice = (model: Model, choice: ExportChoice): Tally | undefined => {
	const {entryOf} = model.archive;
	const counts =
		entryOf && countByFormat(targeted(model, choice), entryOf, model.clock?.at ?? Number.NaN);
	const none: Tally = {toFetch: 0, saved: 0, unavailable: 0};
	return (
		counts &&
		[...choice.formats].reduce((sum, format) => {
			const {toFetch, saved, unavailable} = counts.get(format) ?? none;
			return {
				toFetch: sum.toFetch + toFetch,
				saved: sum.saved + saved,
				unavailable: sum.unavailable + unavailable,
			};
		}, none)
	);
};
