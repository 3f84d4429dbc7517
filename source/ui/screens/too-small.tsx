import {Box, Text} from 'ink';
import {smallest} from '../layout.js';
import type {Model} from '../model.js';
import {useTheme} from '../use-theme.js';

/** Instead of everything, in a window that cannot show it. */
export const TooSmall = ({model}: {readonly model: Model}) => {
	const theme = useTheme();
	const {columns, rows} = model.size;
	return (
		<Box flexDirection="column" paddingX={1}>
			<Text {...theme.heading}>The window is too small</Text>
			<Text>
				{`coros-tui needs ${smallest.columns}x${smallest.rows}, this is ${columns}x${rows}. `}
				Enlarge it, or use coros-tui backup and coros-tui list instead.
			</Text>
			{model.screen.name === 'backup' ? <Text>The backup goes on meanwhile.</Text> : undefined}
		</Box>
	);
};
