import {Text} from 'ink';
import {truncate} from '../../text/cells.js';
import {formatCount} from '../../text/measures.js';
import {allActivities} from '../list/all-activities.js';
import type {Model} from '../model.js';
import {hasChips} from '../table/chips.js';
import {countBackedUp} from '../table/disk-state.js';
import {shownRows} from '../table/rows.js';
import {useTheme} from '../use-theme.js';
import {FilterText} from './filter-text.js';
import {Line} from './line.js';
import {Working} from './working.js';

const archiveText = ({list, formats, archive, folder}: Model): string => {
	const where = truncate(folder, 200);
	const done = countBackedUp(list.activities, formats, archive.entryOf);
	if (done === undefined || list.activities.length === 0) {
		return `folder ${where}`;
	}

	const kinds = formats.map((format) => format.toUpperCase()).join(', ');
	return `${formatCount(done)} of ${formatCount(list.activities.length)} backed up as ${kinds} in ${where}`;
};

const Counts = ({model}: {readonly model: Model}) => {
	const {list, table} = model;
	const shown = shownRows(model).length;
	const filtered =
		table.filter.text === '' && !hasChips(table.chips)
			? ''
			: `${formatCount(shown)} of ${formatCount(allActivities(model).length)}`;
	if (list.phase !== 'loading') {
		return filtered;
	}

	const total = list.total === undefined ? '' : ` of ${formatCount(list.total)}`;
	return (
		<>
			{filtered === '' ? '' : `${filtered}  `}
			{list.found > 0 ? `reading ${formatCount(list.found)}${total} ` : 'asking COROS '}
			<Working />
		</>
	);
};

/** The second line: the filter while there is one, else how far the backup is; and the reading. */
export const FindLine = ({model}: {readonly model: Model}) => {
	const theme = useTheme();
	const {filter, chips} = model.table;
	return (
		<Line
			left={
				filter.isTyping || filter.text !== '' || hasChips(chips) ? (
					<FilterText filter={filter} chips={chips} units={model.settings.units} />
				) : (
					<Text {...theme.faint}>{archiveText(model)}</Text>
				)
			}
			right={<Counts model={model} />}
		/>
	);
};
