import {Box} from 'ink';
import {isCovered} from '../keys/active-layer.js';
import {tableHeight} from '../layout.js';
import {isKept} from '../list/all-activities.js';
import type {Model} from '../model.js';
import {scrollTo} from '../scroll.js';
import type {Column} from '../table/columns.js';
import {diskState} from '../table/disk-state.js';
import {effectiveMarks} from '../table/marks.js';
import {shownRows} from '../table/rows.js';
import {ActivityRow} from './activity-row.js';

/** The rows in sight, never more. */
export const TableBody = ({
	model,
	columns,
}: {
	readonly model: Model;
	readonly columns: readonly Column[];
}) => {
	const {table, notice, size, formats, archive, screen} = model;
	const rows = shownRows(model);
	const marks = effectiveMarks(model);
	const height = tableHeight(notice, size);
	const top = scrollTo(table.top, table.cursor, height, rows.length);
	const isFaint = screen.name !== 'activities' || isCovered(model);
	return (
		<Box flexDirection="column" height={height} flexShrink={0} aria-role="listbox">
			{rows.slice(top, top + height).map((activity, line) => (
				// A line that comes into sight takes the place of one that has gone; the others only move.
				<ActivityRow
					// biome-ignore lint/suspicious/noArrayIndexKey: a row has no state, and new ones cost most.
					key={(top + line) % height}
					activity={activity}
					columns={columns}
					isCursor={top + line === table.cursor}
					isMarked={marks.has(activity.id)}
					isFaint={isFaint}
					disk={
						isKept(model, activity.id) ? 'kept' : diskState(activity.id, formats, archive.entryOf)
					}
					entryOf={archive.entryOf}
				/>
			))}
		</Box>
	);
};
