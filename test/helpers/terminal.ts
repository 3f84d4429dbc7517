import path from 'node:path';
import {type IPty, spawn} from '@lydell/node-pty';
import xterm from '@xterm/headless';
import {inject, onTestFinished} from 'vitest';
import {withEnvironment} from './platform.js';
import {witness} from './witness.js';

/** The built program in a real terminal, read through a terminal emulator. */
export type TestTerminal = {
	/** Sends keys as bytes. */
	press(keys: string): void;
	/** The screen, line by line, without trailing space. */
	screen(): string;
	/** Waits until the screen satisfies the condition; shows the screen when it never does. */
	until(what: string | RegExp | ((screen: string) => boolean)): Promise<string>;
	resize(columns: number, rows: number): void;
	/** Every byte the program wrote. */
	output(): string;
	/** Whether the alternate screen is on. */
	isAlternate(): boolean;
	readonly exit: Promise<{readonly code: number; readonly signal: number | undefined}>;
	kill(signal: string): void;
	readonly pid: number;
};

export type TerminalOptions = {
	readonly columns?: number;
	readonly rows?: number;
	readonly env?: NodeJS.ProcessEnv;
	readonly cwd?: string;
	readonly patienceMs?: number;
	/** Starts the program from a shell, so that there is job control. */
	readonly shell?: boolean;
	/** Runs this instead of the program. */
	readonly command?: readonly string[];
};

/** Starts the program with a terminal of its own. */
export const openTerminal = (
	args: readonly string[],
	options: TerminalOptions = {},
): TestTerminal => {
	const {columns = 80, rows = 24, env = {}, cwd = process.cwd(), patienceMs = 20_000} = options;
	const words = [process.execPath, path.join(inject('dist'), 'cli.js'), ...args];
	const command = options.command ?? (options.shell ? ['bash', '--norc', '-i'] : words);
	const emulator = new xterm.Terminal({cols: columns, rows, allowProposedApi: true});
	// Not a spread of this process's environment: CI alone would keep Ink from painting.
	const child: IPty = spawn(command[0] ?? '', command.slice(1), {
		cols: columns,
		rows,
		cwd,
		env: withEnvironment({TERM: 'xterm-256color', TZ: 'Europe/Berlin', ...env}),
	});
	if (options.shell) {
		child.write(`${words.map((word) => `'${word}'`).join(' ')}\r`);
	}

	let output = '';
	let ended = false;
	const waiting = new Set<() => void>();
	const wake = () => {
		for (const check of [...waiting]) {
			check();
		}
	};
	child.onData((data) => {
		output += data;
		emulator.write(data, wake);
	});
	const exit = new Promise<{code: number; signal: number | undefined}>((resolve) => {
		child.onExit(({exitCode, signal}) => {
			ended = true;
			// What it wrote last may still be on its way through the emulator.
			emulator.write('', () => {
				wake();
				resolve({code: exitCode, signal});
			});
		});
	});
	onTestFinished(() => {
		if (!ended) {
			child.kill(process.platform === 'win32' ? undefined : 'SIGKILL'); // Windows knows one way to end.
		}

		witness('terminal', output);
	});

	const screen = () => {
		const {active} = emulator.buffer;
		return Array.from({length: emulator.rows}, (_, row) =>
			// The end column matters: after a shrink, hidden cells would be read as well.
			(
				active.getLine(active.viewportY + row)?.translateToString(true, 0, emulator.cols) ?? ''
			).trimEnd(),
		).join('\n');
	};

	return {
		pid: child.pid,
		exit,
		screen,
		press: (keys) => child.write(keys),
		output: () => output,
		isAlternate: () => emulator.buffer.active.type === 'alternate',
		kill: (signal) => child.kill(signal),
		resize(newColumns, newRows) {
			emulator.resize(newColumns, newRows);
			child.resize(newColumns, newRows);
		},
		until: (what) =>
			new Promise((resolve, reject) => {
				// A terminal shows a frame when all of it has come; read in between, it was never seen.
				const isWhole = () => ended || !emulator.modes.synchronizedOutputMode;
				const holds = () => {
					const now = screen();
					return typeof what === 'function'
						? what(now)
						: typeof what === 'string'
							? now.includes(what)
							: what.test(now);
				};
				const giveUp = () => {
					waiting.delete(check);
					reject(new Error(`never seen: ${String(what)}\n${screen()}\n${output.slice(-500)}`));
				};
				const timer = setTimeout(giveUp, patienceMs);
				const check = () => {
					if (isWhole() && holds()) {
						clearTimeout(timer);
						waiting.delete(check);
						resolve(screen());
					} else if (ended) {
						clearTimeout(timer);
						giveUp();
					}
				};
				waiting.add(check);
				check();
			}),
	};
};
