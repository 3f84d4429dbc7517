import {Text} from 'ink';
import {truncate} from '../../text/cells.js';
import {formatCount} from '../../text/measures.js';
import type {Model} from '../model.js';
import {countBackedUp} from '../table/disk-state.js';
import {shownRows} from '../table/rows.js';
import {theme} from '../theme.js';
import {useSymbols} from '../use-symbols.js';
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

const Filter = ({model}: {readonly model: Model}) => {
	const {caret} = useSymbols();
	const {text, isTyping} = model.table.filter;
	return (
		<>
			<Text {...theme.key}>/</Text>
			{` ${truncate(text, 200)}${isTyping && text.endsWith(' ') ? ' ' : ''}`}
			{isTyping ? <Text {...theme.brand}>{caret}</Text> : undefined}
		</>
	);
};

const Counts = ({model}: {readonly model: Model}) => {
	const {list, table} = model;
	const shown = shownRows(model).length;
	const filtered =
		table.filter.text === ''
			? ''
			: `${formatCount(shown)} of ${formatCount(list.activities.length)}`;
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
	const {text, isTyping} = model.table.filter;
	return (
		<Line
			left={
				isTyping || text !== '' ? (
					<Filter model={model} />
				) : (
					<Text {...theme.faint}>{archiveText(model)}</Text>
				)
			}
			right={<Counts model={model} />}
		/>
	);
};
