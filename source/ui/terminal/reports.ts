import type {Background} from '../theme.js';

/** What a terminal tells on its own, among the keys. */
export type Report =
	| {readonly type: 'wheel-turned'; readonly by: 1 | -1}
	/** Cells, from 0. */
	| {readonly type: 'clicked'; readonly column: number; readonly row: number}
	| {readonly type: 'background-seen'; readonly background: Background};

const complete =
	/\u001B\[<(\d+);(\d+);(\d+)([Mm])|\u001B\]11;([^\u0007\u001B]*)(?:\u0007|\u001B\\)/g;
const begun = /\u001B(?:\[<[\d;]{0,20}|\](?:1(?:1(?:;[^\u0007\u001B]{0,40}\u001B?)?)?)?)$/;

// Buttons, as reported: the wheel counts from 64, and 32 marks a movement.
const leftButton = 0;
const wheelUp = 64;
const wheelDown = 65;

const toMouse = (button: number, column: number, row: number, end: string): Report | undefined => {
	switch (button) {
		case wheelUp:
			return {type: 'wheel-turned', by: -1};
		case wheelDown:
			return {type: 'wheel-turned', by: 1};
		case leftButton:
			return end === 'M' ? {type: 'clicked', column: column - 1, row: row - 1} : undefined;
		default:
			return undefined;
	}
};

const toShare = (digits: string): number => Number.parseInt(digits, 16) / (16 ** digits.length - 1);

/** How bright a colour is, as terminals spell it: `rgb:1a1a/1b1b/2626`. */
export const toBackground = (color: string): Background | undefined => {
	const [, red, green, blue] =
		/^rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})/i.exec(color) ?? [];
	if (red === undefined || green === undefined || blue === undefined) {
		return undefined;
	}

	const brightness = 0.3 * toShare(red) + 0.59 * toShare(green) + 0.11 * toShare(blue);
	return brightness > 0.5 ? 'light' : 'dark';
};

const toReport = (match: RegExpMatchArray): Report | undefined => {
	const [, button, column, row, end, color] = match;
	if (color === undefined) {
		return toMouse(Number(button), Number(column), Number(row), end ?? '');
	}

	const background = toBackground(color);
	return background && {type: 'background-seen', background};
};

/**
 * Takes reports out of what a terminal sends, so that none is taken for something typed; one that
 * comes in pieces is waited for.
 */
export const createReportReader = () => {
	let pending = '';
	return (chunk: string): {readonly text: string; readonly reports: readonly Report[]} => {
		const all = pending + chunk;
		const reports = [...all.matchAll(complete)].map(toReport);
		const text = all.replaceAll(complete, '');
		pending = begun.exec(text)?.[0] ?? '';
		return {
			text: text.slice(0, text.length - pending.length),
			reports: reports.filter((report) => report !== undefined),
		};
	};
};
