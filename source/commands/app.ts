import type {Services} from '../services/services.js';
import type {Flags} from './flags.js';
import type {Io} from './io.js';
import {connect} from './sign-in.js';

const hasCredentials = ({demo, token, code, password, passwordStdin}: Flags): boolean =>
	demo || passwordStdin || [token, code, password].some((given) => given !== undefined);

/** The app. The screen is loaded only here: no other command pays for it. */
export const runAppCommand = async (
	services: Services,
	flags: Flags,
	io: Io,
	signal: AbortSignal,
): Promise<number> => {
	// What is not given here the app asks for itself.
	if (hasCredentials(flags)) {
		await connect(services, flags, io, signal);
	}

	if (flags.formats) {
		services.saveFormats(flags.formats);
	}

	const {runApp} = await import('../ui/run-app.js');
	const {message, exitCode} = await runApp(services, {signal, email: flags.email});
	if (message !== '') {
		(exitCode === 1 ? io.error : io.out)(`${message}\n`);
	}

	return exitCode;
};
