import type {TextProps} from 'ink';
import type {ThemeName} from '../domain/settings.js';

type Style = Pick<TextProps, 'color' | 'bold' | 'dimColor' | 'inverse' | 'underline'>;

/** What a text can mean. */
export type Look =
	| 'plain'
	| 'brand'
	| 'heading'
	| 'faint'
	| 'cursor'
	| 'marked'
	| 'key'
	| 'good'
	| 'partial'
	| 'unused'
	| 'warning'
	| 'problem';

/**
 * Looks by meaning. None of them says anything that a word or a sign does not say as well: without
 * colour everything can still be read.
 */
export type Theme = Readonly<Record<Look, Style>>;

const plain: Theme = {
	plain: {},
	brand: {bold: true},
	heading: {bold: true},
	faint: {dimColor: true},
	cursor: {inverse: true},
	marked: {bold: true},
	key: {bold: true},
	good: {},
	partial: {},
	unused: {underline: true},
	warning: {bold: true},
	problem: {bold: true},
};

const dark: Theme = {
	...plain,
	brand: {color: 'cyan', bold: true},
	marked: {color: 'cyan', bold: true},
	good: {color: 'green'},
	partial: {color: 'yellow'},
	warning: {color: 'yellow', bold: true},
	problem: {color: 'red', bold: true},
};

// Yellow and cyan on white are hardly seen.
const light: Theme = {
	...plain,
	brand: {color: 'blue', bold: true},
	marked: {color: 'blue', bold: true},
	good: {color: 'green'},
	partial: {color: 'magenta'},
	warning: {color: 'magenta', bold: true},
	problem: {color: 'red', bold: true},
};

/** How bright the terminal is. */
export type Background = 'dark' | 'light';

const themes = {dark, light, none: plain} as const;

/** The looks of a chosen theme; `auto` follows the terminal's background. */
export const themeFor = (name: ThemeName, background: Background): Theme =>
	themes[name === 'auto' ? background : name];
