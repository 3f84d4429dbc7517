import {PassThrough, Writable} from 'node:stream';
import xterm from '@xterm/headless';
import type {Services} from '../../source/services/services.js';
import type {AppResult, RunOptions} from '../../source/ui/run-app.js';
import {runApp} from '../../source/ui/run-app.js';

const patienceMs = 15_000;

/** A terminal that understands what the app writes, and a person in front of it. */
export type Terminal = {
	/** What is on the screen now. */
	screen(): readonly string[];
	/** Waits until the screen shows it. */
	until(shown: RegExp): Promise<readonly string[]>;
	/** Bytes, as a keyboard sends them. */
	type(bytes: string): void;
	resize(columns: number, rows: number): void;
	/** The cell of the terminal's own cursor, from 0. */
	cursor(): {readonly column: number; readonly row: number};
	/** How much had been written when the terminal was first told not to echo what is typed. */
	readonly writtenBeforeSilence: () => number | undefined;
	/** Hears whenever the terminal is told to hand over keys as they are, or no longer. */
	onRawMode(listener: (isRaw: boolean) => void): void;
	/** Everything written so far. */
	raw(): string;
	/** Whether the app has the other screen, which leaves the shell's alone. */
	isOnOtherScreen(): boolean;
	readonly result: Promise<AppResult>;
};

/** Runs the app in a terminal of that size, where something stands already. */
export const openApp = (
	services: Services,
	size = {columns: 80, rows: 24},
	{before = '$ coros-tui\r\n', ...options}: RunOptions & {readonly before?: string} = {},
): Terminal => {
	const screen = new xterm.Terminal({cols: size.columns, rows: size.rows, allowProposedApi: true});
	screen.write(before);
	const waiting = new Set<() => void>();
	let raw = '';
	let silentAt: number | undefined;
	let hearRawMode = (_: boolean) => {};
	const stdout = Object.assign(
		new Writable({
			write(chunk, _encoding, done) {
				raw += String(chunk);
				screen.write(String(chunk).replaceAll('\n', '\r\n'), () => {
					for (const check of waiting) {
						check();
					}
				});
				done();
			},
		}),
		{...size, isTTY: true},
	);
	const stdin = Object.assign(new PassThrough(), {
		isTTY: true,
		setRawMode(isRaw: boolean) {
			silentAt ??= isRaw ? raw.length : undefined;
			hearRawMode(isRaw);
		},
		ref() {},
		unref() {},
	});
	const lines = () =>
		Array.from(
			{length: screen.rows},
			(_, index) =>
				screen.buffer.active
					.getLine(screen.buffer.active.viewportY + index)
					?.translateToString(true, 0, screen.cols) ?? '',
		);
	const result = runApp(services, {
		...options,
		stdin: stdin as unknown as NodeJS.ReadStream,
		stdout: stdout as unknown as NodeJS.WriteStream,
	});
	return {
		result,
		screen: lines,
		cursor: () => ({column: screen.buffer.active.cursorX, row: screen.buffer.active.cursorY}),
		writtenBeforeSilence: () => silentAt,
		onRawMode(listener) {
			hearRawMode = listener;
		},
		raw: () => raw,
		isOnOtherScreen: () => screen.buffer.active.type === 'alternate',
		type: (bytes) => void stdin.write(bytes),
		resize(columns, rows) {
			screen.resize(columns, rows);
			Object.assign(stdout, {columns, rows}).emit('resize');
		},
		until: (shown) =>
			new Promise((resolve, reject) => {
				const check = () => {
					if (shown.test(lines().join('\n'))) {
						waiting.delete(check);
						clearTimeout(timer);
						resolve(lines());
					}
				};
				const timer = setTimeout(() => {
					waiting.delete(check);
					reject(new Error(`the screen never showed ${shown}:\n${lines().join('\n')}`));
				}, patienceMs);
				waiting.add(check);
				check();
			}),
	};
};
