import {KnownError} from '../domain/known-error.js';
import type {Credentials} from '../domain/session.js';
import type {Flags} from './flags.js';
import type {Io} from './io.js';

const readPassword = async (flags: Flags, io: Io): Promise<string | undefined> => {
	if (!flags.passwordStdin) {
		return flags.password;
	}

	// One line's end belongs to the pipe, not to the password.
	const password = (await io.readInput()).replace(/\r?\n$/, '');
	if (password === '') {
		throw new KnownError('usage', {detail: '--password-stdin read nothing'});
	}

	return password;
};

/** E-mail and password as given, without asking anybody. Undefined where one is missing. */
export const givenCredentials = async (flags: Flags, io: Io): Promise<Credentials | undefined> => {
	if (flags.isPasswordVisible) {
		io.error(
			'Warning: --password can be read by every program on this machine. Use --password-stdin or COROS_TUI_PASSWORD.\n',
		);
	}

	const password = await readPassword(flags, io);
	if (password === undefined) {
		return undefined;
	}

	if (flags.email === undefined) {
		throw new KnownError('usage', {detail: 'a password needs its --email'});
	}

	return {email: flags.email, password};
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
