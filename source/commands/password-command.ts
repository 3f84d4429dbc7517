import {KnownError} from '../domain/known-error.js';
import {decodeFirstLine, encodingHint} from './decode-text.js';
import {runShellCommand} from './shell-command.js';

/** Long enough for somebody to unlock a password manager. */
const patienceMs = 120_000;

const fault = (detail: string, hint?: string): KnownError =>
	new KnownError('password-command', {detail, ...(hint !== undefined && {hint})});

/**
 * The first line that a command of the user's prints, as restic's `--password-command` takes it.
 * Throws `password-command` without a word of what it printed.
 */
export const runPasswordCommand = async (
	command: string,
	isInteractive: boolean,
	signal: AbortSignal,
	timeoutMs = patienceMs,
): Promise<string> => {
	const {code, isLate, output} = await runShellCommand({
		command,
		// A password manager may have to ask somebody; what it says otherwise may hold what it knows.
		mode: isInteractive ? 'ask' : 'ask-quietly',
		timeoutMs,
		signal,
	});
	signal.throwIfAborted();
	if (isLate) {
		throw fault(`it took longer than ${Math.ceil(timeoutMs / 1000)} s`);
	}

	if (code !== 0) {
		throw fault(code === null ? 'it was killed' : `it ended with exit code ${code}`);
	}

	const password = decodeFirstLine(output);
	if (password === undefined) {
		throw fault('its first line is no UTF-8 text', encodingHint);
	}

	if (password === '') {
		throw fault('its first line is empty');
	}

	return password;
};
