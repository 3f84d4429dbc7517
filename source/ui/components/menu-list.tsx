import {Box, Text} from 'ink';
import {fitCells} from '../../text/cells.js';
import {dialogTextWidth} from '../layout.js';
import {scrollTo} from '../scroll.js';
import {useSymbols} from '../use-symbols.js';
import {useTheme} from '../use-theme.js';

/** One line of a menu. */
export type MenuLine = {
	readonly key: string;
	readonly text: string;
	readonly note?: string;
	readonly isChosen: boolean;
};

const noteWidth = 10;

/** A menu's lines as far as they fit, the cursor among them. */
export const MenuList = ({
	lines,
	cursor,
	height,
}: {
	readonly lines: readonly MenuLine[];
	readonly cursor: number;
	readonly height: number;
}) => {
	const theme = useTheme();
	const symbols = useSymbols();
	const top = scrollTo(0, cursor, height, lines.length);
	return (
		<Box flexDirection="column">
			{lines.slice(top, top + height).map(({key, text, note = '', isChosen}, index) => {
				const isCursor = top + index === cursor;
				return (
					<Text key={key} wrap="truncate" {...(isCursor && theme.cursor)}>
						{isCursor ? symbols.cursor : ' '}{' '}
						<Text {...(isChosen && theme.marked)}>
							{isChosen ? symbols.marked : symbols.unmarked}
						</Text>
						{` ${fitCells(text, dialogTextWidth - 7 - noteWidth)} ${fitCells(note, noteWidth, 'right')}`}
					</Text>
				);
			})}
		</Box>
	);
};
