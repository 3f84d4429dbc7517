import type {Plot} from './chart/canvas.js';
import type {DiskState} from './table/disk-state.js';

/** Every sign the app draws that is not a letter. */
export type Symbols = {
	readonly up: string;
	readonly down: string;
	readonly left: string;
	readonly right: string;
	readonly shift: string;
	readonly cursor: string;
	readonly marked: string;
	readonly unmarked: string;
	readonly caret: string;
	/** Instead of every character of a secret. */
	readonly secret: string;
	readonly previous: string;
	readonly next: string;
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
	/** What routes and charts are drawn with. */
	readonly plot: Plot;
	readonly border: 'round' | 'classic';
	/** Of a dialog's upper border, which holds its title: left, line, right. */
	readonly borderTop: readonly [string, string, string];
};

export const unicodeSymbols: Symbols = {
	up: '↑',
	down: '↓',
	left: '←',
	right: '→',
	shift: 'Shift+',
	cursor: '❯',
	marked: '[x]',
	unmarked: '[ ]',
	caret: '▏',
	secret: '•',
	previous: '‹',
	next: '›',
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
	disk: {all: '✓', some: '◐', none: ' ', absent: '-', kept: '◆'},
	plot: 'braille',
	border: 'round',
	borderTop: ['╭', '─', '╮'],
};

/** For terminals and fonts that have no others. */
export const asciiSymbols: Symbols = {
	up: 'Up',
	down: 'Down',
	left: 'Left',
	right: 'Right',
	shift: 'S-',
	cursor: '>',
	marked: '[x]',
	unmarked: '[ ]',
	caret: '_',
	secret: '*',
	previous: '<',
	next: '>',
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
	disk: {all: '+', some: '~', none: ' ', absent: '-', kept: '#'},
	plot: 'ascii',
	border: 'classic',
	borderTop: ['+', '-', '+'],
};
