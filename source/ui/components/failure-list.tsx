import {Box, Text} from 'ink';
import type {Failure} from '../../backup/progress.js';
import {truncate} from '../../text/cells.js';
import {shownName} from '../../text/shown-name.js';
import {adviceOn} from '../advice.js';
import {useSymbols} from '../use-symbols.js';
import {useTheme} from '../use-theme.js';
import {wrapCells} from '../wrap-cells.js';

/** What can be done about failures: each advice once. */
export const adviceFor = (failures: readonly Failure[], columns: number): readonly string[] =>
	[...new Set(failures.map(({error}) => adviceOn(error)))]
		.slice(0, 2)
		.flatMap((hint) => wrapCells(hint, columns - 2));

/** The activity and its format, or the file where there is none. */
const subjectOf = (failure: Failure, columns: number): string => {
	if (failure.type !== 'failed') {
		return truncate(failure.file, columns - 4);
	}

	const {transfer} = failure;
	const start = `${transfer.day}  ${transfer.format.toUpperCase()}  `;
	return `${start}${truncate(shownName(transfer), columns - 20)}`;
};

/** Lines one failure takes. */
export const failureHeight = 2;

/** Failures, each with its reason below it. */
export const FailureList = ({
	failures,
	columns,
}: {
	readonly failures: readonly Failure[];
	readonly columns: number;
}) => {
	const theme = useTheme();
	const {failed} = useSymbols();
	return failures.map((failure) => (
		<Box
			key={failure.type === 'failed' ? failure.transfer.file : failure.file}
			flexDirection="column"
			flexShrink={0}
		>
			<Text wrap="truncate">
				<Text {...theme.problem}>{` ${failed} `}</Text>
				{subjectOf(failure, columns)}
			</Text>
			<Text wrap="truncate">{`   ${truncate(failure.error.message, columns - 4)}`}</Text>
		</Box>
	));
};
