import {Text} from 'ink';
import {useSymbols} from '../use-symbols.js';
import {useTheme} from '../use-theme.js';

/** A bar so many cells wide, filled from 0 to 1. */
export const ProgressBar = ({part, width}: {readonly part: number; readonly width: number}) => {
	const theme = useTheme();
	const {barFull, barEmpty} = useSymbols();
	const full = Math.round(Math.max(0, Math.min(1, part)) * width);
	return (
		<Text aria-label={`${Math.floor(part * 100)} percent`}>
			<Text {...theme.good}>{barFull.repeat(full)}</Text>
			<Text {...theme.faint}>{barEmpty.repeat(width - full)}</Text>
		</Text>
	);
};
