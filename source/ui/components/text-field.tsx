import {Box, Text} from 'ink';
import {cellWidth, fitCells} from '../../text/cells.js';
import type {FieldWindow} from '../field/field-window.js';
import {fieldWidth, labelWidth} from '../panel.js';
import {useSymbols} from '../use-symbols.js';
import {useTheme} from '../use-theme.js';

/** A labelled line of text that can be edited. */
export const TextField = ({
	label,
	shown,
	isFocused,
}: {
	readonly label: string;
	readonly shown: FieldWindow;
	readonly isFocused: boolean;
}) => {
	const theme = useTheme();
	const {cursor} = useSymbols();
	const space = ' '.repeat(Math.max(0, fieldWidth - cellWidth(shown.text)));
	return (
		<Box height={1} flexShrink={0} aria-role="textbox" aria-state={{selected: isFocused}}>
			<Text {...(isFocused && theme.key)}>
				{`${isFocused ? cursor : ' '} ${fitCells(label, labelWidth - 2)}`}
			</Text>
			<Text underline wrap="truncate">
				{shown.text + space}
			</Text>
		</Box>
	);
};
