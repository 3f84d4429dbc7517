import {Box, Text} from 'ink';
import type {BackupProgress} from '../../backup/progress.js';
import {truncate} from '../../text/cells.js';
import {adviceOn} from '../advice.js';
import {shownName} from '../table/shown-name.js';
import {useSymbols} from '../use-symbols.js';
import {useTheme} from '../use-theme.js';
import {wrapCells} from '../wrap-cells.js';

type Failures = BackupProgress['failures'];

/** What can be done about failures: each advice once. */
export const adviceFor = (failures: Failures, columns: number): readonly string[] =>
	[...new Set(failures.map(({error}) => adviceOn(error)))]
		.slice(0, 2)
		.flatMap((hint) => wrapCells(hint, columns - 2));

/** Lines one failure takes. */
export const failureHeight = 2;

/** Failures, each with its reason below it. */
export const FailureList = ({
	failures,
	columns,
}: {
	readonly failures: Failures;
	readonly columns: number;
}) => {
	const theme = useTheme();
	const {failed} = useSymbols();
	return failures.map(({transfer, error}) => (
		<Box key={`${transfer.id}.${transfer.format}`} flexDirection="column" flexShrink={0}>
			<Text wrap="truncate">
				<Text {...theme.problem}>{` ${failed} `}</Text>
				{`${transfer.day}  ${transfer.format.toUpperCase()}  `}
				{truncate(shownName(transfer), columns - 20)}
			</Text>
			<Text wrap="truncate">{`   ${truncate(error.message, columns - 4)}`}</Text>
		</Box>
	));
};
