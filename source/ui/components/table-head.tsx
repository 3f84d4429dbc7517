import {Text} from 'ink';
import {fitCells} from '../../text/cells.js';
import {type Column, gutterWidth} from '../table/columns.js';
import type {Sort} from '../table/table.js';
import {useSymbols} from '../use-symbols.js';
import {useTheme} from '../use-theme.js';

/** The columns' titles, the one the rows are ordered by with an arrow. */
export const TableHead = ({
	columns,
	sort,
}: {
	readonly columns: readonly Column[];
	readonly sort: Sort;
}) => {
	const theme = useTheme();
	const {descending, ascending} = useSymbols();
	const arrow = sort.isDescending ? descending : ascending;
	return (
		<Text wrap="truncate" {...theme.heading}>
			{' '.repeat(gutterWidth) +
				columns
					.map(({key, title, gap, width, align}) => {
						const shown = key === sort.column ? title + arrow : title;
						return ' '.repeat(gap) + fitCells(shown, width, align);
					})
					.join('')}
		</Text>
	);
};
