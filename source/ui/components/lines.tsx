import {Text} from 'ink';
import type {Look} from '../theme.js';
import {useTheme} from '../use-theme.js';

/** Lines of text, the first in a look of its own if wanted. */
export const Lines = ({
	lines,
	first = 'plain',
	look = 'plain',
}: {
	readonly lines: readonly string[];
	readonly first?: Look;
	readonly look?: Look;
}) => {
	const theme = useTheme();
	return lines.map((line, index) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; two may say the same.
		<Text key={index} wrap="truncate" {...theme[index === 0 && first !== 'plain' ? first : look]}>
			{line}
		</Text>
	));
};
