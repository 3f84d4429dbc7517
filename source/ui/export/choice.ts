import {type ExportFormat, exportFormats} from '../../domain/export-format.js';
import {toBackupWishes} from '../../domain/settings.js';
import type {BackUpRequest} from '../../services/services.js';
import {allActivities} from '../list/all-activities.js';
import type {Model} from '../model.js';
import {chosenActivities, markedTotals} from '../table/marks.js';

/** What is being asked in the export dialog. */
export type ExportChoice = {
	/** Ids, in the list's order; `everything` is a backup, which lists anew. */
	readonly target: 'everything' | readonly string[];
	/** Of those, how many the filter hides. */
	readonly hidden: number;
	readonly formats: ReadonlySet<ExportFormat>;
	/** Index into all formats. */
	readonly cursor: number;
};

/** The choice the dialog opens with; undefined where there is nothing to export. */
export const openChoice = (
	model: Model,
	target: 'chosen' | 'everything',
): ExportChoice | undefined => {
	const formats = new Set(model.formats);
	if (target === 'everything') {
		return {target, hidden: 0, formats, cursor: 0};
	}

	const ids = chosenActivities(model).map(({id}) => id);
	const {hidden} = markedTotals(model);
	return ids.length > 0 ? {target: ids, hidden, formats, cursor: 0} : undefined;
};

/** The chosen formats in their usual order. */
export const chosenFormats = ({formats}: Pick<ExportChoice, 'formats'>): readonly ExportFormat[] =>
	exportFormats.filter((format) => formats.has(format));

/** What to ask of the engine. Wellness is of days: an export of activities has none. */
export const toRequest = (model: Model, choice: ExportChoice): BackUpRequest => {
	const formats = chosenFormats(choice);
	const wishes = toBackupWishes(model.settings);
	if (choice.target === 'everything') {
		return {formats, ...wishes};
	}

	const ids = new Set(choice.target);
	const asked = {formats, ...wishes, wellness: false};
	return {...asked, activities: allActivities(model).filter(({id}) => ids.has(id))};
};
