import {Box, Text} from 'ink';
import type {ErrorReport} from '../../domain/known-error.js';
import {panelWidth} from '../panel.js';
import {useSymbols} from '../use-symbols.js';
import {useTheme} from '../use-theme.js';
import {wrapCells} from '../wrap-cells.js';
import {Lines} from './lines.js';
import {Working} from './working.js';

/** Below a form: what is under way, or what went wrong and what to do about it. */
export const FormStatus = ({
	working,
	failure,
	height,
}: {
	readonly working: string | undefined;
	readonly failure: Pick<ErrorReport, 'message' | 'hint'> | undefined;
	/** Lines there are. */
	readonly height: number;
}) => {
	const theme = useTheme();
	const {failed} = useSymbols();
	const wrapped = (text: string) => wrapCells(text, panelWidth - 2);
	const advice = failure ? wrapped(failure.hint) : [];
	const what = failure
		? wrapped(failure.message).slice(0, Math.max(2, height - advice.length))
		: [];
	const then = advice.slice(0, height - what.length);
	return (
		<Box flexDirection="column" height={height} flexShrink={0} overflow="hidden">
			{working === undefined ? (
				<>
					<Lines
						lines={what.map((line, index) => (index === 0 ? `${failed} ${line}` : `  ${line}`))}
						look="problem"
					/>
					<Lines lines={then.map((line) => `  ${line}`)} />
				</>
			) : (
				<Text wrap="truncate">
					<Text {...theme.faint}>{`${working} `}</Text>
					<Working />
				</Text>
			)}
		</Box>
	);
};
