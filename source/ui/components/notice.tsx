import {Box, Text} from 'ink';
import type {ErrorReport} from '../../domain/known-error.js';
import {noticeLines} from '../layout.js';
import {theme} from '../theme.js';
import {useSymbols} from '../use-symbols.js';

/** A problem: what happened, and what to do about it. */
export const Notice = ({
	notice,
	columns,
}: {
	readonly notice: ErrorReport | undefined;
	readonly columns: number;
}) => {
	const {failed} = useSymbols();
	return (
		<Box flexDirection="column" flexShrink={0}>
			{noticeLines(notice, columns).map((line, index) => (
				<Text key={line} wrap="truncate" {...(index === 0 ? theme.problem : theme.plain)}>
					{` ${index === 0 ? failed : ' '} ${line}`}
				</Text>
			))}
		</Box>
	);
};
