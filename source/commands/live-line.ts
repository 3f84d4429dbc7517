import {toPrintable} from '../domain/printable.js';
import {truncate} from '../text/cells.js';
import type {Io} from './io.js';

/** Where people read how far a command is: on a terminal one line, redrawn in its place. */
export type LiveLine = {
	/** Shows how far it is, eight times a second at most. Asks for the text only when it is shown. */
	draw(text: () => string): void;
	/** Prints a line that stays. */
	say(text: string): void;
	/** Takes the line away. */
	clear(): void;
};

const redrawMs = 125;

/** Nothing is drawn where `isWanted` is false or nobody looks. */
export const createLiveLine = (io: Io, isWanted: boolean): LiveLine => {
	const isLive = io.isErrorTerminal && isWanted;
	let drawnAt = 0;
	let isDrawn = false;
	const clear = () => {
		if (isDrawn) {
			io.error('\r\u001B[K');
			isDrawn = false;
		}
	};

	return {
		draw(text) {
			if (isLive && Date.now() - drawnAt >= redrawMs) {
				drawnAt = Date.now();
				isDrawn = true;
				io.error(`\r\u001B[K${truncate(text(), io.columns - 1)}`);
			}
		},
		say(text) {
			clear();
			io.error(`${toPrintable(text)}\n`);
		},
		clear,
	};
};
