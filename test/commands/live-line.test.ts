import {expect, test} from 'vitest';
import type {Io} from '../../source/commands/io.js';
import {createLiveLine} from '../../source/commands/live-line.js';

const setUp = (isErrorTerminal: boolean, isWanted = true) => {
	const printed: string[] = [];
	const io: Io = {
		out: (text) => printed.push(`out: ${text}`),
		error: (text) => printed.push(text),
		isInteractive: false,
		isErrorTerminal,
		columns: 12,
		readInput: async () => new Uint8Array(),
		outColumns: undefined,
		drained: async () => {},
	};
	return {printed, ...createLiveLine(io, isWanted)};
};

test('on a terminal a line is drawn in its place, never wider, and gives way to what stays', () => {
	const {printed, draw, say, clear} = setUp(true);
	draw(() => 'Checking: 50 of 100 files');
	say('bad\u001B[2J');
	say('worse');
	clear();
	expect(printed).toEqual(['\r\u001B[KChecking: …', '\r\u001B[K', 'bad\n', 'worse\n']);
});

test.each([
	['elsewhere', false, true],
	['where it is not wanted', true, false],
])('%s nothing is drawn, and no text made for it', (_name, isTerminal, isWanted) => {
	const {printed, draw, say, clear} = setUp(isTerminal, isWanted);
	draw(() => {
		throw new Error('asked for');
	});
	say('bad');
	clear();
	expect(printed).toEqual(['bad\n']);
});
