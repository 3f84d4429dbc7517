import type {Background} from '../theme.js';

/** The other screen, which leaves the shell's as it is. */
export const enterOther = '\u001B[?1049h';

// A line that a terminal finds longer than reckoned, for a rare sign in a name, is cut and no longer
// pushes the lines below it down.
export const wrapOff = '\u001B[?7l';
export const wrapOn = '\u001B[?7h';

/** Presses, movements while pressed, and the wheel, reported in a form without limits. */
export const mouseOn = '\u001B[?1002h\u001B[?1006h';
export const mouseOff = '\u001B[?1006l\u001B[?1002l';

/** Asks for the colour of the background. */
export const askBackground = '\u001B]11;?\u0007';

/** Whether a terminal may be asked: some print what they do not understand. */
export const canBeAsked = (term: string | undefined): boolean =>
	term !== undefined && !/^(linux|dumb|vt\d|ansi|cons25)/.test(term);

/** The background as some terminals tell it beforehand: `15;0` is white on black. */
export const backgroundHint = (hint: string | undefined): Background => {
	const color = hint?.split(';').at(-1) ?? '';
	return /^(7|9|1[0-5])$/.test(color) ? 'light' : 'dark';
};
