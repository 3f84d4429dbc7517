import {type ExportFormat, exportFormats} from '../../domain/export-format.js';
import type {EntryOf} from '../../services/services.js';
import type {Model} from '../model.js';
import {rememberLast} from '../remember.js';
import type {ExportChoice} from './choice.js';

/** What an export would do, in files. */
export type Tally = {
	readonly toFetch: number;
	readonly saved: number;
	/** COROS said it has no such file. */
	readonly unavailable: number;
};

type ByFormat = ReadonlyMap<ExportFormat, Tally>;

// Counted for every format at once, so that ticking one costs nothing.
const countByFormat = rememberLast((ids: readonly string[], entryOf: EntryOf): ByFormat => {
	const tallies = exportFormats.map((format) => {
		let saved = 0;
		let unavailable = 0;
		for (const id of ids) {
			const kind = entryOf(id, format)?.kind;
			saved += kind === 'saved' ? 1 : 0;
			unavailable += kind === 'unavailable' ? 1 : 0;
		}

		return [format, {toFetch: ids.length - saved - unavailable, saved, unavailable}] as const;
	});
	return new Map(tallies);
});

const idsOf = rememberLast((activities: Model['list']['activities']): readonly string[] =>
	activities.map(({id}) => id),
);

/** The ids a choice is about. */
const targetIds = (model: Model, {target}: ExportChoice): readonly string[] =>
	target === 'everything' ? idsOf(model.list.activities) : target;

/** Adds up the chosen formats; undefined while the folder is unread. */
export const tallyChoice = (model: Model, choice: ExportChoice): Tally | undefined => {
	const {entryOf} = model.archive;
	const counts = entryOf && countByFormat(targetIds(model, choice), entryOf);
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
