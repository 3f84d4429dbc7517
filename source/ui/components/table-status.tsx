import {formatCount, formatDistance, formatDuration} from '../../text/measures.js';
import type {Model} from '../model.js';
import {markedTotals} from '../table/marks.js';
import {shownRows} from '../table/rows.js';
import {useSymbols} from '../use-symbols.js';
import {Line} from './line.js';

const markedText = (model: Model): readonly string[] => {
	const {count, hidden, meters, seconds} = markedTotals(model);
	const out = hidden > 0 ? ` (${formatCount(hidden)} hidden)` : '';
	return count > 0
		? [
				`${formatCount(count)} marked${out}`,
				`${formatDistance(meters)} km`,
				formatDuration(seconds),
			]
		: [];
};

/** The line below the rows: where the cursor is, what the marked add up to, the order. */
export const TableStatus = ({model}: {readonly model: Model}) => {
	const {separator, descending, ascending} = useSymbols();
	const {cursor, range, sort} = model.table;
	const count = shownRows(model).length;
	const parts = [
		`${formatCount(Math.min(cursor + 1, count))}/${formatCount(count)}`,
		...(range ? ['range'] : []),
		...markedText(model),
		`by ${sort.column} ${sort.isDescending ? descending : ascending}`,
		...(model.list.unreadable > 0 ? [`${formatCount(model.list.unreadable)} unreadable`] : []),
	];
	return <Line left={parts.join(` ${separator} `)} />;
};
