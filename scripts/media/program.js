// The built program in a terminal of its own, waited for by what it shows.
import process from 'node:process';
import {spawn} from '@lydell/node-pty';
import xterm from '@xterm/headless';
import {countCells} from './cell-width.js';

const patienceMs = 60_000;

/** Starts the program. `onPaint` is called after each change of the screen. */
export const startProgram = (args, {columns, rows, cwd, env}, onPaint = () => {}) => {
	const terminal = new xterm.Terminal({cols: columns, rows, allowProposedApi: true});
	countCells(terminal);
	const child = spawn(process.execPath, args, {cols: columns, rows, cwd, env});
	const waiting = new Set();
	child.onData((data) =>
		terminal.write(data, () => {
			onPaint(terminal);
			for (const check of [...waiting]) {
				check();
			}
		}),
	);
	const exited = new Promise((resolve) => {
		child.onExit(resolve);
	});

	const text = () => {
		const {active} = terminal.buffer;
		return Array.from({length: rows}, (_, y) =>
			active.getLine(active.viewportY + y).translateToString(true, 0, columns),
		).join('\n');
	};

	return {
		terminal,
		text,
		exited,
		press: (keys) => child.write(keys),
		until: (what) =>
			new Promise((resolve, reject) => {
				const timer = setTimeout(
					() => reject(new Error(`never seen: ${what}\n${text()}`)),
					patienceMs,
				);
				const check = () => {
					const now = text();
					if (typeof what === 'string' ? now.includes(what) : what.test(now)) {
						clearTimeout(timer);
						waiting.delete(check);
						resolve(now);
					}
				};
				waiting.add(check);
				check();
			}),
	};
};
