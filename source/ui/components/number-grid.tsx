import {Text} from 'ink';
import {fitCells} from '../../text/cells.js';
import type {NamedNumber} from '../detail/numbers.js';
import {useTheme} from '../use-theme.js';

const labelWidth = 9;
const cellWidth = 20;

/** How many numbers stand side by side in that width. */
export const numbersAcross = (columns: number): number =>
	Math.max(1, Math.floor((columns + 1) / cellWidth));

/** Numbers with their names, in lines. */
export const NumberGrid = ({
	numbers,
	columns,
}: {
	readonly numbers: readonly NamedNumber[];
	readonly columns: number;
}) => {
	const theme = useTheme();
	const across = numbersAcross(columns);
	const lines = Array.from({length: Math.ceil(numbers.length / across)}, (_, line) =>
		numbers.slice(line * across, (line + 1) * across),
	);
	return lines.map((line) => (
		<Text key={line[0]?.label} wrap="truncate">
			{line.map(({label, text}, index) => (
				<Text key={label}>
					<Text {...theme.faint}>{fitCells(label, labelWidth)}</Text>
					{fitCells(text, cellWidth - labelWidth - (index === across - 1 ? 1 : 0))}
				</Text>
			))}
		</Text>
	));
};
