import {dayPresets} from '../../domain/day-preset.js';
import type {FindAction} from '../action.js';
import type {Model} from '../model.js';
import {clampIndex} from '../scroll.js';
import {chipBy} from './edit-filter.js';
import {sportChoices} from './sport-menu.js';
import {endRange} from './update-table.js';

const toggleSport = (model: Model, cursor: number): Model => {
	const sportType = sportChoices(model)[cursor]?.sportType;
	if (sportType === undefined) {
		return chipBy(model, {sports: new Set()});
	}

	const sports = new Set(model.table.chips.sports);
	if (!sports.delete(sportType)) {
		sports.add(sportType);
	}

	return chipBy(model, {sports});
};

const updateMenu = (model: Model, action: FindAction): Model => {
	const {overlay} = model;
	if (overlay?.name === 'sports') {
		const choices = sportChoices(model);
		const cursor = clampIndex(overlay.cursor, choices.length);
		switch (action.type) {
			case 'menu-moved': {
				const moved = clampIndex(cursor + action.by, choices.length);
				return {...model, overlay: {...overlay, cursor: moved}};
			}
			case 'menu-chosen':
				return toggleSport(model, cursor);
			default:
				return model;
		}
	}

	if (overlay?.name === 'days') {
		switch (action.type) {
			case 'menu-moved': {
				const cursor = clampIndex(overlay.cursor + action.by, dayPresets.length + 1);
				return {...model, overlay: {...overlay, cursor}};
			}
			case 'menu-chosen': {
				const days = dayPresets[(action.index ?? overlay.cursor) - 1];
				return {...chipBy(model, {days}), overlay: undefined};
			}
			default:
				return model;
		}
	}

	return model;
};

/** What choosing from menus does to what is shown. Pure. */
export const updateFind = (model: Model, action: FindAction): Model => {
	switch (action.type) {
		case 'sports-opened':
			return {...endRange(model), overlay: {name: 'sports', cursor: 0}};
		case 'days-opened': {
			const {days} = model.table.chips;
			const cursor = days ? dayPresets.indexOf(days) + 1 : 0;
			return {...endRange(model), overlay: {name: 'days', cursor}};
		}
		case 'new-toggled':
			return chipBy(endRange(model), {isOnlyNew: !model.table.chips.isOnlyNew});
		case 'menu-moved':
		case 'menu-chosen':
			return updateMenu(model, action);
	}
};
