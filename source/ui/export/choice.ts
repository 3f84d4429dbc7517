import {toBackupWishes} from '../../domain/settings.js';
import type {BackUpRequest} from '../../services/services.js';
import {allActivities} from '../list/all-activities.js';
import type {Model} from '../model.js';
import {chosenActivities, markedTotals} from '../table/marks.js';
import {chosenFormats, type ExportChoice} from './export-choice.js';

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
