import {dayPresets, presetDays, presetName} from '../../domain/day-preset.js';
import {Dialog} from '../components/dialog.js';
import {MenuList} from '../components/menu-list.js';
import {menuHeight} from '../layout.js';
import type {Model} from '../model.js';

/** Which days to show. */
export const DayMenu = ({model, cursor}: {readonly model: Model; readonly cursor: number}) => {
	const {chips} = model.table;
	const today = model.clock?.today;
	const spans = dayPresets.map((preset, index) => ({
		key: preset,
		text: `${index + 1} ${presetName[preset]}`,
		note: today === undefined ? '' : presetDays(preset, today).from,
		isChosen: chips.days === preset,
	}));
	const all = {key: 'all', text: '0 all days', isChosen: chips.days === undefined};
	return (
		<Dialog model={model} title="Days">
			<MenuList lines={[all, ...spans]} cursor={cursor} height={menuHeight(model.size)} />
		</Dialog>
	);
};
