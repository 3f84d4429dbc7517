import {Box} from 'ink';
import {EmptyTable} from '../components/empty-table.js';
import {FindLine} from '../components/find-line.js';
import {Frame} from '../components/frame.js';
import {Notice} from '../components/notice.js';
import {Preview} from '../components/preview.js';
import {TableBody} from '../components/table-body.js';
import {TableHead} from '../components/table-head.js';
import {TableStatus} from '../components/table-status.js';
import {hasPreview, tableHeight, tableWidth} from '../layout.js';
import type {Model} from '../model.js';
import {columnsFor} from '../table/columns.js';
import {shownRows} from '../table/rows.js';

/** Every activity, one a line. */
export const ActivitiesScreen = ({model}: {readonly model: Model}) => {
	const {table, settings, size, notice} = model;
	const columns = columnsFor(tableWidth(model), settings.units, table.extraColumns);
	return (
		<Frame model={model}>
			<FindLine model={model} />
			<Notice notice={notice} columns={size.columns} />
			<Box flexShrink={0}>
				<Box flexDirection="column" flexGrow={1} flexShrink={1} minWidth={0} overflow="hidden">
					<TableHead columns={columns} sort={table.sort} />
					{shownRows(model).length > 0 ? (
						<TableBody model={model} columns={columns} />
					) : (
						<EmptyTable model={model} />
					)}
				</Box>
				{hasPreview(model) ? (
					<Preview model={model} rows={tableHeight(notice, size) + 1} />
				) : undefined}
			</Box>
			<TableStatus model={model} />
		</Frame>
	);
};
