import {Box, Text} from 'ink';
import type {ReactNode} from 'react';

/** One line with something at each end; the left end gives way. */
export const Line = ({left, right}: {readonly left: ReactNode; readonly right?: ReactNode}) => (
	<Box flexShrink={0} height={1} paddingX={1} justifyContent="space-between">
		<Box flexShrink={1} minWidth={0} height={1}>
			<Text wrap="truncate">{left}</Text>
		</Box>
		{right === undefined ? undefined : (
			<Box flexShrink={0} marginLeft={2} height={1}>
				<Text wrap="truncate">{right}</Text>
			</Box>
		)}
	</Box>
);
