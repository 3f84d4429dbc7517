import {Box, Text} from 'ink';
import {memo} from 'react';
import type {Activity} from '../../domain/activity.js';
import type {EntryOf} from '../../services/services.js';
import {fitCells} from '../../text/cells.js';
import type {Column} from '../table/columns.js';
import type {DiskState} from '../table/disk-state.js';
import type {Look} from '../theme.js';
import {useSymbols} from '../use-symbols.js';
import {useTheme} from '../use-theme.js';

const diskLooks: Readonly<Record<DiskState, Look>> = {
	all: 'good',
	some: 'partial',
	none: 'plain',
	absent: 'faint',
	kept: 'good',
};

const cells = ({activity, columns, entryOf}: ActivityRowProps): string =>
	columns
		.map(
			({gap, width, align, text}) =>
				' '.repeat(gap) + fitCells(text(activity, entryOf), width, align),
		)
		.join('');

export type ActivityRowProps = {
	readonly activity: Activity;
	readonly columns: readonly Column[];
	readonly isCursor: boolean;
	readonly isMarked: boolean;
	/** Below a dialog. */
	readonly isFaint: boolean;
	readonly disk: DiskState;
	readonly entryOf: EntryOf | undefined;
};

type LineProps = Pick<ActivityRowProps, 'isCursor' | 'isMarked' | 'isFaint' | 'disk'> & {
	readonly text: string;
};

// Painted anew only where it looks another: of a list or a folder that was read again most lines do not.
const RowLine = memo(({isCursor, isMarked, isFaint, disk, text}: LineProps) => {
	const theme = useTheme();
	const symbols = useSymbols();
	const base = {...(isFaint && theme.faint), ...(isCursor && theme.cursor)};
	// Signs apart from the text: a line of plain ASCII is measured ten times faster.
	return (
		<Box height={1} flexShrink={0} aria-role="option" aria-state={{selected: isMarked}}>
			<Text {...base}>{isCursor ? symbols.cursor : ' '}</Text>
			<Text {...base} {...(isMarked && !isFaint && theme.marked)}>
				{isMarked ? symbols.marked : symbols.unmarked}
			</Text>
			<Text {...base} {...(!isFaint && theme[diskLooks[disk]])}>{` ${symbols.disk[disk]} `}</Text>
			<Text wrap="truncate" {...base}>
				{text}
			</Text>
		</Box>
	);
});

/** One activity as a line of the table. */
export const ActivityRow = memo((props: ActivityRowProps) => {
	const {isCursor, isMarked, isFaint, disk} = props;
	return <RowLine {...{isCursor, isMarked, isFaint, disk}} text={cells(props)} />;
});
