import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import {fitCells} from '../../text/cells.js';
import {labelWidth} from '../panel.js';
import {useSymbols} from '../use-symbols.js';
import {useTheme} from '../use-theme.js';

/** A labelled line with one of several values, which the arrows turn. */
export const ChoiceLine = ({
	label,
	value,
	isFocused,
	isTurning = true,
	children,
}: {
	readonly label: string;
	readonly value: string;
	readonly isFocused: boolean;
	readonly isTurning?: boolean;
	/** In place of the value. */
	readonly children?: ReactNode;
}) => {
	const theme = useTheme();
	const {cursor, previous, next} = useSymbols();
	const shown = isFocused && isTurning ? `${previous} ${value} ${next}` : value;
	return (
		<Box height={1} flexShrink={0} aria-role="option" aria-state={{selected: isFocused}}>
			<Text {...(isFocused && theme.key)}>
				{`${isFocused ? cursor : ' '} ${fitCells(label, labelWidth - 2)}`}
			</Text>
			{children ?? <Text wrap="truncate">{shown}</Text>}
		</Box>
	);
};
