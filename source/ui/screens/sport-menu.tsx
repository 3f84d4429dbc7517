import {formatCount} from '../../text/measures.js';
import {Dialog} from '../components/dialog.js';
import {MenuList} from '../components/menu-list.js';
import {menuHeight} from '../layout.js';
import type {Model} from '../model.js';
import {clampIndex} from '../scroll.js';
import {sportChoices} from '../table/sport-menu.js';

/** Which sports to show, with how many activities there are of each. */
export const SportMenu = ({model, cursor}: {readonly model: Model; readonly cursor: number}) => {
	const {sports} = model.table.chips;
	const choices = sportChoices(model);
	const lines = choices.map(({sportType, name, count}) => ({
		key: String(sportType),
		text: name,
		note: formatCount(count),
		isChosen: sportType === undefined ? sports.size === 0 : sports.has(sportType),
	}));
	return (
		<Dialog model={model} title="Sports">
			<MenuList
				lines={lines}
				cursor={clampIndex(cursor, lines.length)}
				height={menuHeight(model.size)}
			/>
		</Dialog>
	);
};
