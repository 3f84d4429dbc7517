import {type StdioOptions, spawn, spawnSync} from 'node:child_process';

/** What only this program is to know; its own commands for people get along without. */
const secretVariables = /^COROS_TUI_(?:PASSWORD|PASSWORD_COMMAND|TOKEN|CODE)$/i;

/** An environment without this program's secrets, to be handed to other programs. */
export const withoutSecrets = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
	Object.fromEntries(Object.entries(environment).filter(([name]) => !secretVariables.test(name)));

export type ShellCommand = {
	/** One line for this system's shell: `/bin/sh`, on Windows `cmd.exe`. */
	readonly command: string;
	/** More variables, over this process's own. */
	readonly variables?: NodeJS.ProcessEnv;
	/**
	 * `ask` gives its output back and lets it talk to the terminal; `ask-quietly` does not let it;
	 * `tell` gives it something to read, and shows all it says among this process's problems.
	 */
	readonly mode: 'ask' | 'ask-quietly' | 'tell';
	/** What it reads, of `tell`. */
	readonly input?: string;
	/** After so many milliseconds it is killed, with all that it started. */
	readonly timeoutMs: number;
	/** Ends it early, as a time-out does. */
	readonly signal?: AbortSignal;
};

export type ShellResult = {
	/** Null where it did not end by itself. */
	readonly code: number | null;
	readonly isLate: boolean;
	readonly output: Uint8Array;
};

/** In bytes: no password is longer. */
const mostOutput = 64 * 1024;

const streams = {
	ask: ['inherit', 'pipe', 'inherit'],
	'ask-quietly': ['ignore', 'pipe', 'ignore'],
	tell: ['pipe', 2, 'inherit'],
} satisfies Record<ShellCommand['mode'], StdioOptions>;

// Windows has no groups of processes: a program of its own finds what a process has started.
const endTree = (pid: number): void => {
	spawnSync('taskkill', ['/PID', String(pid), '/T', '/F'], {
		stdio: 'ignore',
		windowsHide: true,
		timeout: 10_000,
	});
};

/** Runs a command through the shell. Never throws: what cannot be started has the shell's code 127. */
export const runShellCommand = (options: ShellCommand): Promise<ShellResult> =>
	new Promise((resolve) => {
		const {command, variables, mode, input, timeoutMs, signal} = options;
		// A group of its own can be ended whole, but not ask at this terminal.
		const isWindows = process.platform === 'win32';
		const isApart = mode !== 'ask' && !isWindows;
		const child = spawn(command, {
			shell: true,
			detached: isApart,
			windowsHide: true,
			env: {...withoutSecrets(process.env), ...variables},
			stdio: streams[mode],
		});
		const output: Uint8Array[] = [];
		let outputBytes = 0;
		const end = (code: number | null, isLate: boolean) => {
			clearTimeout(timer);
			signal?.removeEventListener('abort', kill);
			child.stdout?.destroy(); // What it left running may still hold it.
			resolve({code, isLate, output: Buffer.concat(output)});
		};
		const kill = () => {
			try {
				if (isApart && child.pid !== undefined) {
					process.kill(-child.pid, 'SIGKILL');
				} else if (isWindows && child.pid !== undefined) {
					endTree(child.pid);
				}
			} catch {} // Gone in the meantime.

			child.kill('SIGKILL');
			end(null, !signal?.aborted);
		};
		const timer = setTimeout(kill, timeoutMs);
		signal?.addEventListener('abort', kill, {once: true});
		child.stdin?.on('error', () => {}); // It need not read.
		child.stdin?.end(input ?? '');
		child.stdout?.on('data', (bytes: Uint8Array) => {
			output.push(bytes.subarray(0, mostOutput - outputBytes));
			outputBytes = Math.min(mostOutput, outputBytes + bytes.byteLength);
		});
		child.on('error', () => end(127, false));
		child.on('exit', (code) => {
			if (!child.stdout) {
				end(code, false);
			}
		});
		child.on('close', (code) => end(code, false));
	});
