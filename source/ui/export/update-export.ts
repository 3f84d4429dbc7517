import {exportFormats} from '../../domain/export-format.js';
import type {ExportAction} from '../action.js';
import {startJob} from '../job/job.js';
import type {Model} from '../model.js';
import {clampIndex} from '../scroll.js';
import {withFormats} from '../settings/change-setting.js';
import {endRange} from '../table/update-table.js';
import {openChoice, toRequest} from './choice.js';
import {chosenFormats, type ExportChoice} from './export-choice.js';

const toggle = (choice: ExportChoice, index: number): ExportChoice => {
	const format = exportFormats[index];
	const formats = new Set(choice.formats);
	if (format !== undefined && !formats.delete(format)) {
		formats.add(format);
	}

	return {...choice, formats, cursor: clampIndex(index, exportFormats.length)};
};

const confirm = (model: Model, choice: ExportChoice): Model => {
	if (choice.formats.size === 0) {
		return model;
	}

	// One export's formats are its own; those of a backup are remembered for the next.
	const job = startJob(toRequest(model, choice));
	const remembered =
		choice.target === 'everything' ? withFormats(model, chosenFormats(choice)) : model;
	return {...remembered, screen: {name: 'backup', job}};
};

const open = (model: Model, target: 'chosen' | 'everything'): Model => {
	const settled = endRange(model);
	const choice = openChoice(settled, target);
	return choice ? {...settled, screen: {name: 'export', choice}} : model;
};

/** What an action does to the export dialog. Pure. */
export const updateExport = (model: Model, action: ExportAction): Model => {
	if (action.type === 'export-opened') {
		return model.screen.name === 'activities' ? open(model, action.target) : model;
	}

	if (model.screen.name !== 'export') {
		return model;
	}

	const {choice} = model.screen;
	switch (action.type) {
		case 'format-moved': {
			const cursor = clampIndex(choice.cursor + action.by, exportFormats.length);
			return {...model, screen: {name: 'export', choice: {...choice, cursor}}};
		}
		case 'format-toggled': {
			const toggled = toggle(choice, action.index ?? choice.cursor);
			return {...model, screen: {name: 'export', choice: toggled}};
		}
		case 'export-left':
			return {...model, screen: {name: 'activities'}};
		case 'export-confirmed':
			return confirm(model, choice);
	}
};
