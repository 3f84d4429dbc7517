import type {TextProps} from 'ink';

type Style = Pick<TextProps, 'color' | 'bold' | 'dimColor' | 'inverse'>;

/**
 * Looks by meaning. None of them says anything that a word or a sign does not say as well: without
 * colour everything can still be read.
 */
export const theme = {
	plain: {},
	brand: {color: 'cyan', bold: true},
	heading: {bold: true},
	faint: {dimColor: true},
	cursor: {inverse: true},
	marked: {color: 'cyan', bold: true},
	key: {bold: true},
	good: {color: 'green'},
	partial: {color: 'yellow'},
	warning: {color: 'yellow', bold: true},
	problem: {color: 'red', bold: true},
} as const satisfies Record<string, Style>;

export type Look = keyof typeof theme;
