import {presetName} from '../../domain/day-preset.js';
import {toPrintable} from '../../domain/printable.js';
import type {Units} from '../../domain/settings.js';
import {toSport} from '../../domain/sport.js';
import type {Chips} from './chips.js';
import {readFilter} from './filter.js';

/** A stretch of the filter as it is shown; what is not used is no valid search, or not yet. */
export type FilterPiece = {
	readonly start: number;
	readonly text: string;
	readonly isUsed: boolean;
};

// A space at an end is shown, too: the caret stands behind it.
const printable = (text: string): string => {
	const safe = toPrintable(`|${text}|`);
	return safe.slice(1, -1);
};

/** The filter's text in stretches, in order. */
export const filterPieces = (text: string, units: Units): readonly FilterPiece[] => {
	const pieces: FilterPiece[] = [];
	let at = 0;
	const add = (end: number, isUsed: boolean) => {
		if (end > at) {
			pieces.push({start: at, text: printable(text.slice(at, end)), isUsed});
			at = end;
		}
	};
	for (const {start, end, term} of readFilter(text, units).tokens) {
		add(start, true);
		add(end, term !== undefined);
	}

	add(text.length, true);
	return pieces;
};

/** The chips in words. */
export const chipTexts = ({sports, days, isOnlyNew}: Chips): readonly string[] => [
	...[...sports].map((sportType) => toSport(sportType).name),
	...(days ? [presetName[days]] : []),
	...(isOnlyNew ? ['not backed up'] : []),
];
