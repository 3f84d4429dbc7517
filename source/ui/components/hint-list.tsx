import {Text} from 'ink';
import {Fragment} from 'react';
import type {ShownHint} from '../keys/hints.js';
import {useTheme} from '../use-theme.js';

/** Keys and what they do, on one line. */
export const HintList = ({hints}: {readonly hints: readonly ShownHint[]}) => {
	const theme = useTheme();
	return (
		<Text wrap="truncate">
			{hints.map(({keys, text}, index) => (
				<Fragment key={text}>
					{index > 0 ? '  ' : ''}
					<Text {...theme.key}>{keys}</Text>
					{` ${text}`}
				</Fragment>
			))}
		</Text>
	);
};
