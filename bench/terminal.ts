import path from 'node:path';
import {type IPty, spawn} from '@lydell/node-pty';
import xterm from '@xterm/headless';

/** A program in a real terminal, read through a terminal emulator, with a clock beside it. */
export type Terminal = {
	readonly pid: number;
	/** When it was spawned, as `performance.now()` counts. */
	readonly startedAt: number;
	/** The emulator, for whoever wants its cells. */
	readonly emulator: xterm.Terminal;
	press(keys: string): void;
	/** The screen's lines, without trailing space. */
	lines(): readonly string[];
	/** One line of it: cheaper. */
	line(row: number): string;
	/** Bytes the program has written so far. */
	bytes(): number;
	/** Resolves with the time of the first parsed write that makes it true; shows the screen if none does. */
	until(holds: () => boolean, what: string): Promise<number>;
	/** Calls after every parsed write, until the returned function is called. */
	onPaint(listen: () => void): () => void;
	readonly exit: Promise<void>;
	kill(): void;
};

export type TerminalOptions = {
	readonly columns: number;
	readonly rows: number;
	readonly cwd: string;
	readonly env?: NodeJS.ProcessEnv;
	readonly patienceMs?: number;
};

/** Starts Node with these arguments in a terminal of its own. */
export const openTerminal = (args: readonly string[], options: TerminalOptions): Terminal => {
	const {columns, rows, cwd, env = {}, patienceMs = 60_000} = options;
	const emulator = new xterm.Terminal({cols: columns, rows, allowProposedApi: true});
	const startedAt = performance.now();
	// Not a spread of this process's environment: the same terminal for everybody.
	const child: IPty = spawn(process.execPath, [...args], {
		cols: columns,
		rows,
		cwd,
		env: {
			PATH: process.env.PATH ?? '',
			TERM: 'xterm-256color',
			TZ: 'Europe/Berlin',
			HOME: path.resolve(cwd),
			...env,
		},
	});
	let bytes = 0;
	let ended = false;
	const listeners = new Set<() => void>();
	const tell = () => {
		for (const listen of [...listeners]) {
			listen();
		}
	};
	child.onData((data) => {
		bytes += Buffer.byteLength(data);
		emulator.write(data, tell);
	});
	const exit = new Promise<void>((resolve) => {
		child.onExit(() => {
			ended = true;
			emulator.write('', () => {
				tell();
				resolve();
			});
		});
	});
	const line = (row: number) => {
		const {active} = emulator.buffer;
		return (active.getLine(active.viewportY + row)?.translateToString(true) ?? '').trimEnd();
	};

	const lines = () => Array.from({length: rows}, (_, row) => line(row));
	const onPaint = (listen: () => void) => {
		listeners.add(listen);
		return () => void listeners.delete(listen);
	};

	return {
		pid: child.pid,
		startedAt,
		emulator,
		exit,
		line,
		lines,
		onPaint,
		press: (keys) => child.write(keys),
		bytes: () => bytes,
		kill: () => {
			if (!ended) {
				child.kill('SIGKILL');
			}
		},
		until: (holds, what) =>
			new Promise((resolve, reject) => {
				const settle = (act: () => void) => {
					clearTimeout(timer);
					stop();
					act();
				};
				const giveUp = () =>
					settle(() => reject(new Error(`never seen: ${what}\n${lines().join('\n')}`)));
				const check = () => {
					if (holds()) {
						settle(() => resolve(performance.now()));
					} else if (ended) {
						giveUp();
					}
				};
				const timer = setTimeout(giveUp, patienceMs);
				const stop = onPaint(check);
				check();
			}),
	};
};
