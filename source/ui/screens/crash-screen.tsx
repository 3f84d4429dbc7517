import {Box, Text} from 'ink';
import {HintList} from '../components/hint-list.js';
import {Lines} from '../components/lines.js';
import {hintsFor} from '../keys/hints.js';
import type {Crash, Model} from '../model.js';
import {useSymbols} from '../use-symbols.js';
import {useTheme} from '../use-theme.js';
import {wrapCells} from '../wrap-cells.js';

/** Instead of a screen that cannot be drawn. */
export const CrashScreen = ({model, crash}: {readonly model: Model; readonly crash: Crash}) => {
	const theme = useTheme();
	const symbols = useSymbols();
	const wrapped = (text: string) => wrapCells(text, Math.max(10, model.size.columns - 4));
	return (
		<Box flexDirection="column" paddingX={1}>
			<Text {...theme.problem}>{`${symbols.failed} This screen cannot be shown`}</Text>
			<Lines lines={wrapped(crash.error.message).slice(0, 3)} />
			<Lines lines={wrapped(crash.error.hint)} />
			<Box marginTop={1}>
				<HintList hints={hintsFor(model, symbols)} />
			</Box>
		</Box>
	);
};
