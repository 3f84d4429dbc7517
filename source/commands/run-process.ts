import {createProcessIo} from './io.js';
import {main} from './main.js';

// SIGBREAK is Ctrl-Break, of Windows alone.
const signalCodes = {SIGINT: 130, SIGBREAK: 130, SIGTERM: 143, SIGHUP: 129} as const;

/**
 * Runs a command line as this process: the first signal stops what is under way and keeps what is
 * finished, the second ends at once. The exit code tells which signal it was.
 */
export const runProcess = async (argv: readonly string[]): Promise<void> => {
	const stop = new AbortController();
	let signalCode: number | undefined;
	for (const [name, code] of Object.entries(signalCodes)) {
		// A dependency of conf sends each signal a second time, which would look like impatience.
		process.removeAllListeners(name);
		process.on(name, () => {
			if (signalCode !== undefined) {
				process.exit(code);
			}

			signalCode = code;
			stop.abort();
		});
	}

	// A reader that has seen enough, such as head, is no error.
	process.stdout.on('error', (error: NodeJS.ErrnoException) => {
		process.exit(error.code === 'EPIPE' ? 0 : 1);
	});

	const exitCode = await main(argv, createProcessIo(), stop.signal);
	// Kept-alive connections would hold the process for seconds.
	process.exitCode = signalCode ?? exitCode;
	await new Promise<void>((resolve) => {
		process.stdout.write('', () => resolve());
	});
	process.exit();
};
