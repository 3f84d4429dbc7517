import {isAbort, KnownError} from '../domain/known-error.js';
import type {Flags} from './flags.js';
import type {Io} from './io.js';
import {parseFlags} from './parse-flags.js';
import {reportError} from './report-error.js';
import {runCommand} from './run-command.js';

const run = async (flags: Flags, io: Io, signal: AbortSignal): Promise<number> => {
	if (flags.shell !== undefined) {
		const {runCompletion} = await import('./completion.js');
		return runCompletion(flags.shell, io);
	}

	if (!flags.demo) {
		return runCommand(flags, io, signal);
	}

	const {startDemo} = await import('../services/start-demo.js');
	const demo = await startDemo(flags.configDir);
	try {
		return await runCommand(
			{
				...flags,
				configDir: demo.configFolder,
				profile: undefined,
				baseUrl: demo.baseUrl,
				...(flags.token === undefined && flags.code === undefined && demo.credentials),
				isPasswordVisible: false,
				passwordStdin: false,
				passwordCommand: undefined,
			},
			io,
			signal,
		);
	} finally {
		await demo.close();
	}
};

// The shell of an editor, such as that of Emacs, is a terminal that can only add lines.
const requireScreen = (): void => {
	if (!(process.stdin.isTTY && process.stdout.isTTY)) {
		throw new KnownError('no-terminal');
	}

	if (process.env.TERM === 'dumb') {
		throw new KnownError('no-terminal', {detail: 'this one (TERM=dumb) cannot draw a screen'});
	}
};

/** Runs a command line and returns its exit code. Nothing is thrown. */
export const main = async (
	argv: readonly string[],
	io: Io,
	signal: AbortSignal,
): Promise<number> => {
	let verbose = argv.includes('--verbose');
	try {
		const flags = await parseFlags(argv);
		verbose = flags.verbose;
		if (flags.command === 'app') {
			requireScreen();
		}

		return await run(flags, io, signal);
	} catch (error) {
		return isAbort(error) ? 130 : reportError(io, error, verbose);
	}
};
