import type {DiskState} from './table/disk-state.js';

/** Every sign the app draws that is not a letter. */
export type Symbols = {
	readonly up: string;
	readonly down: string;
	readonly shift: string;
	readonly cursor: string;
	readonly marked: string;
	readonly unmarked: string;
	readonly caret: string;
	readonly descending: string;
	readonly ascending: string;
	readonly separator: string;
	readonly rule: string;
	readonly done: string;
	readonly failed: string;
	readonly unavailable: string;
	readonly receiving: string;
	readonly retrying: string;
	readonly barFull: string;
	readonly barEmpty: string;
	readonly disk: Readonly<Record<DiskState, string>>;
	readonly border: 'round' | 'classic';
	/** Of a dialog's upper border, which holds its title: left, line, right. */
	readonly borderTop: readonly [string, string, string];
};

export const unicodeSymbols: Symbols = {
	up: '↑',
	down: '↓',
	shift: 'Shift+',
	cursor: '❯',
	marked: '[x]',
	unmarked: '[ ]',
	caret: '▏',
	descending: '▾',
	ascending: '▴',
	separator: '·',
	rule: '─',
	done: '✓',
	failed: '✗',
	unavailable: '-',
	receiving: '↓',
	retrying: '↻',
	barFull: '━',
	barEmpty: '╌',
	disk: {all: '✓', some: '◐', none: ' ', absent: '-'},
	border: 'round',
	borderTop: ['╭', '─', '╮'],
};

/** For terminals and fonts that have no others. */
export const asciiSymbols: Symbols = {
	up: 'Up',
	down: 'Down',
	shift: 'S-',
	cursor: '>',
	marked: '[x]',
	unmarked: '[ ]',
	caret: '_',
	descending: 'v',
	ascending: '^',
	separator: '|',
	rule: '-',
	done: '+',
	failed: '!',
	unavailable: '-',
	receiving: 'v',
	retrying: '~',
	barFull: '#',
	barEmpty: '.',
	disk: {all: '+', some: '~', none: ' ', absent: '-'},
	border: 'classic',
	borderTop: ['+', '-', '+'],
};
