import type {Services} from '../services/services.js';
import type {ChangeTo} from '../ui/run-app.js';
import {clearUpEarly} from './clear-up.js';
import type {Flags} from './flags.js';
import type {Io} from './io.js';
import {connect} from './sign-in.js';

const hasCredentials = (flags: Flags): boolean => {
	const {demo, token, code, password, passwordStdin, passwordCommand} = flags;
	const given = [token, code, password, passwordCommand];
	return demo || passwordStdin || given.some((one) => one !== undefined);
};

/** The app. The screen is loaded only here: no other command pays for it. */
export const runAppCommand = async (
	services: Services,
	flags: Flags,
	io: Io,
	{signal, changeTo}: {readonly signal: AbortSignal; readonly changeTo: ChangeTo},
): Promise<number> => {
	// What is not given here the app asks for itself.
	if (hasCredentials(flags)) {
		await connect(services, flags, io, signal);
	}

	if (flags.formats) {
		services.saveFormats(flags.formats);
	}

	clearUpEarly();
	const {runApp} = await import('../ui/run-app.js');
	const {message, exitCode} = await runApp(services, {signal, email: flags.email, changeTo});
	if (message !== '') {
		(exitCode === 1 ? io.error : io.out)(`${message}\n`);
	}

	return exitCode;
};
