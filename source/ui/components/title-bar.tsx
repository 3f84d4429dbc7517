import {Text} from 'ink';
import {cellWidth, truncate} from '../../text/cells.js';
import {useSymbols} from '../use-symbols.js';
import {useTheme} from '../use-theme.js';

/** A box's upper border with its title in it. */
export const TitleBar = ({title, width}: {readonly title: string; readonly width: number}) => {
	const theme = useTheme();
	const [left, line, right] = useSymbols().borderTop;
	const shown = truncate(title, width - 7);
	return (
		<Text>
			{`${left}${line} `}
			<Text {...theme.heading}>{shown}</Text>
			{` ${line.repeat(width - 5 - cellWidth(shown))}${right}`}
		</Text>
	);
};
