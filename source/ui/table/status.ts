import type {Units} from '../../domain/settings.js';
import {cellWidth} from '../../text/cells.js';
import {formatCount, formatDistance, formatDuration} from '../../text/measures.js';
import {formatHeight, unitNames} from '../../text/units.js';
import {listAge} from '../list/list-age.js';
import type {Model} from '../model.js';
import type {Symbols} from '../symbols.js';
import {markedTotals} from './marks.js';
import {shownRows} from './rows.js';
import {shownTotals, type Totals} from './totals.js';

/** A part of the status line; the smaller its rank, the longer it stays when room runs out. */
type Part = {readonly text: string; readonly rank: number};

// Of thousands of kilometres nobody asks for the metres.
const formatSum = (meters: number, units: Units): string => {
	const text = formatDistance(meters, units);
	return Number(text) >= 1000 ? formatCount(Number(text)) : text;
};

const measures = (
	{meters, seconds, ascentMeters}: Totals,
	units: Units,
	rank: number,
	before = '',
): readonly Part[] => [
	{
		text: `${before}${formatSum(meters, units)} ${unitNames[units].distance}`,
		rank,
	},
	{text: formatDuration(seconds), rank: rank + 1},
	{text: `${formatHeight(ascentMeters, units)} ${unitNames[units].height} up`, rank: rank + 2},
];

const markedParts = (model: Model): readonly Part[] => {
	const totals = markedTotals(model);
	const {count, hidden} = totals;
	const out = hidden > 0 ? ` (${formatCount(hidden)} hidden)` : '';
	return count > 0
		? [
				{text: `${formatCount(count)} marked${out}`, rank: 1},
				...measures(totals, model.settings.units, 3),
			]
		: [];
};

const partsOf = (model: Model, {descending, ascending}: Symbols): readonly Part[] => {
	const {list, table, settings} = model;
	const {cursor, range, sort} = table;
	const rows = shownRows(model);
	const count = rows.length;
	const arrow = sort.isDescending ? descending : ascending;
	return [
		{text: `${formatCount(Math.min(cursor + 1, count))}/${formatCount(count)}`, rank: 0},
		...(range ? [{text: 'range', rank: 1}] : []),
		...markedParts(model),
		{text: `by ${sort.column} ${arrow}`, rank: 2},
		...(list.unreadable > 0 ? [{text: `${formatCount(list.unreadable)} unreadable`, rank: 6}] : []),
		...(count > 0 ? measures(shownTotals.now(rows), settings.units, 7, 'all ') : []),
	];
};

/** The parts of the status line that fit: where the cursor is, what the marked and the shown add up to. */
export const statusParts = (model: Model, symbols: Symbols, width: number): readonly string[] => {
	const parts = partsOf(model, symbols);
	const gap = cellWidth(symbols.separator) + 2;
	let left = width + gap;
	const fitting = new Set(
		[...parts]
			.sort((a, b) => a.rank - b.rank)
			.filter(({text}) => {
				left -= cellWidth(text) + gap;
				return left >= 0;
			}),
	);
	return parts.filter((part) => fitting.has(part)).map(({text}) => text);
};

/** How old the list is, where that is worth a word. */
export const statusAge = ({list, clock}: Model): string =>
	list.phase === 'loading' ? '' : listAge(list, clock);
