import {KnownError} from '../domain/known-error.js';
import type {Credentials} from '../domain/session.js';
import {decodeText, encodingHint} from './decode-text.js';
import type {Flags} from './flags.js';
import type {Io} from './io.js';

const readPassword = async (flags: Flags, io: Io): Promise<string | undefined> => {
	if (!flags.passwordStdin) {
		return flags.password;
	}

	// One line's end belongs to the pipe, not to the password.
	const password = decodeText(await io.readInput())?.replace(/\r?\n$/, '');
	if (password === undefined) {
		throw new KnownError('usage', {
			detail: '--password-stdin read something that is no UTF-8 text',
			hint: encodingHint,
		});
	}

	if (password === '') {
		throw new KnownError('usage', {
			detail: '--password-stdin read nothing; pipe the password into it',
		});
	}

	return password;
};

/** E-mail and password, or a way to them that is gone only when they are needed. */
export type CredentialsSource = Credentials | (() => Promise<Credentials>);

/** Gets them now. */
export const toCredentials = async (source: CredentialsSource): Promise<Credentials> =>
	typeof source === 'function' ? source() : source;

// A password manager may ask somebody to unlock it: not while the session is good.
const askCommand = (
	command: string,
	email: string,
	io: Io,
	signal: AbortSignal,
): CredentialsSource => {
	let asked: Promise<Credentials> | undefined;
	return () => {
		asked ??= (async () => {
			const {runPasswordCommand} = await import('./password-command.js');
			return {email, password: await runPasswordCommand(command, io.isInteractive, signal)};
		})();
		return asked;
	};
};

/** E-mail and password as given, without asking anybody. Undefined where one is missing. */
export const givenCredentials = async (
	flags: Flags,
	io: Io,
	signal: AbortSignal,
	knownEmail?: string,
): Promise<CredentialsSource | undefined> => {
	if (flags.isPasswordVisible) {
		io.error(
			'Warning: --password can be read by every program on this machine. Use --password-stdin, --password-command or COROS_TUI_PASSWORD.\n',
		);
	}

	const {passwordCommand, email = passwordCommand && knownEmail} = flags;
	const password = await readPassword(flags, io);
	if (password === undefined && passwordCommand === undefined) {
		return undefined;
	}

	if (email === undefined) {
		throw new KnownError('usage', {detail: 'a password needs the --email it belongs to'});
	}

	return password === undefined
		? askCommand(passwordCommand ?? '', email, io, signal)
		: {email, password};
};

/** Asks for what is missing. Throws `sign-in-needed` where nobody is there to answer. */
export const askCredentials = async (io: Io, email: string | undefined): Promise<Credentials> => {
	if (!io.isInteractive) {
		throw new KnownError('sign-in-needed');
	}

	const {ask, askHidden} = await import('./prompt.js');
	const account = email ?? (await ask('COROS e-mail: '));
	const password = await askHidden(`Password for ${account}: `);
	if (account === '' || password === '') {
		throw new KnownError('sign-in-needed');
	}

	return {email: account, password};
};
