import {EmptyTable} from '../components/empty-table.js';
import {FindLine} from '../components/find-line.js';
import {Frame} from '../components/frame.js';
import {Notice} from '../components/notice.js';
import {TableBody} from '../components/table-body.js';
import {TableHead} from '../components/table-head.js';
import {TableStatus} from '../components/table-status.js';
import type {Model} from '../model.js';
import {columnsFor} from '../table/columns.js';
import {shownRows} from '../table/rows.js';

/** Every activity, one a line. */
export const ActivitiesScreen = ({model}: {readonly model: Model}) => {
	const columns = columnsFor(model.size.columns);
	return (
		<Frame model={model}>
			<FindLine model={model} />
			<Notice notice={model.notice} columns={model.size.columns} />
			<TableHead columns={columns} sort={model.table.sort} />
			{shownRows(model).length > 0 ? (
				<TableBody model={model} columns={columns} />
			) : (
				<EmptyTable model={model} />
			)}
			<TableStatus model={model} />
		</Frame>
	);
};
