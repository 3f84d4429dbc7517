import {Text} from 'ink';
import type {Units} from '../../domain/settings.js';
import type {Chips} from '../table/chips.js';
import {chipTexts, filterPieces} from '../table/filter-pieces.js';
import type {Filter} from '../table/table.js';
import {truncateStart} from '../truncate-start.js';
import {useSymbols} from '../use-symbols.js';
import {useTheme} from '../use-theme.js';

const example = 'words >20km <1h load>200 2026-05.. -word sport:run is:new';

/** What is typed, what of it is not used, and the chips. */
export const FilterText = ({
	filter,
	chips,
	units,
}: {
	readonly filter: Filter;
	readonly chips: Chips;
	readonly units: Units;
}) => {
	const theme = useTheme();
	const {caret} = useSymbols();
	const pieces = filterPieces(filter.text, units);
	const unused = pieces.filter(({isUsed}) => !isUsed).map(({text}) => text);
	const isShown = filter.isTyping || filter.text !== '';
	return (
		<>
			{isShown ? <Text {...theme.key}>{'/ '}</Text> : undefined}
			{pieces.map(({start, text, isUsed}) =>
				isUsed ? (
					text
				) : (
					<Text key={start} {...theme.unused}>
						{text}
					</Text>
				),
			)}
			{filter.isTyping ? <Text {...theme.brand}>{caret}</Text> : undefined}
			{filter.isTyping && filter.text === '' ? (
				<Text {...theme.faint}>{`  ${example}`}</Text>
			) : undefined}
			{isShown ? '  ' : ''}
			{unused.length > 0 ? (
				<Text {...theme.warning}>{`not used: ${truncateStart(unused.join(' '), 30)}  `}</Text>
			) : undefined}
			<Text {...theme.marked}>
				{chipTexts(chips)
					.map((text) => `[${text}]`)
					.join(' ')}
			</Text>
		</>
	);
};
