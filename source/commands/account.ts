import {KnownError} from '../domain/known-error.js';
import {unnamedProfile} from '../domain/profile-name.js';
import {regionName} from '../domain/region.js';
import type {Session} from '../domain/session.js';
import type {Services} from '../services/services.js';
import {formatCount, formatWait} from '../text/measures.js';
import {givenCredentials} from './credentials.js';
import type {Flags} from './flags.js';
import type {Io} from './io.js';
import {printJson} from './print-json.js';
import {connect, signInNow} from './sign-in.js';

const toJson = ({userId, email, region, since}: Session, profile: string | undefined) => ({
	profile: profile ?? unnamedProfile,
	user_id: userId,
	email: email ?? null,
	region,
	session_since: since,
});

/** `login`: sign in and keep the session. */
export const runLogin = async (
	services: Services,
	flags: Flags,
	io: Io,
	signal: AbortSignal,
): Promise<number> => {
	const isToken = flags.token !== undefined;
	const given = isToken ? undefined : await givenCredentials(flags, io, signal);
	if (!isToken && !given && !io.isInteractive && flags.code === undefined) {
		throw new KnownError('sign-in-needed', {
			hint: 'There is no terminal here to ask in: give --email with --password-stdin, or --token.',
		});
	}

	if (!flags.quiet && !flags.json && !isToken) {
		io.error(
			'A new login ends the COROS session in your browser. The phone app stays signed in.\n',
		);
	}

	const session =
		flags.token === undefined
			? await signInNow(services, flags, io, given, signal)
			: await services.adoptToken(flags.token, flags.region, signal, true);
	const {profile} = services;
	const isBound = profile !== undefined && flags.backupDir !== undefined;
	if (isBound) {
		await services.bindFolder(flags.backupDir);
	}

	if (flags.json) {
		printJson(io, toJson(session, profile));
	} else if (!flags.quiet) {
		const who = session.email ?? session.userId;
		const where = isBound ? ` Profile ${profile} backs up into ${services.folder}.` : '';
		io.out(`Signed in as ${who}, ${regionName[session.region]}. The session is kept.${where}\n`);
	}

	return 0;
};

// Signing out has to work without it as well.
const sessionOf = (services: Services): Session | undefined => {
	try {
		return services.session();
	} catch {
		return undefined;
	}
};

/** `logout`: forget the session. COROS is not told: the browser may share it. */
export const runLogout = (services: Services, flags: Flags, io: Io): number => {
	const session = sessionOf(services);
	services.signOut();
	if (flags.json) {
		printJson(io, {forgotten: session !== undefined});
	} else if (!flags.quiet) {
		io.out(
			session
				? `Forgot the session of ${session.email ?? session.userId}.\n`
				: 'Nobody was signed in.\n',
		);
	}

	return 0;
};

/** `whoami`: account, region, age of the session, and whether COROS still accepts it. */
export const runWhoami = async (
	services: Services,
	flags: Flags,
	io: Io,
	signal: AbortSignal,
): Promise<number> => {
	const {token, password, passwordCommand} = flags;
	const given = [token, password, passwordCommand].some((one) => one !== undefined);
	if (!services.session() && !given && !flags.passwordStdin) {
		throw new KnownError('sign-in-needed');
	}

	const client = await connect(services, flags, io, signal);
	const account = await client.account(signal);
	const {session} = client;
	if (flags.json) {
		const {nickname, activityCount} = account;
		printJson(io, {
			...toJson(session, services.profile),
			nickname: nickname ?? null,
			activities: activityCount ?? null,
		});
		return 0;
	}

	const age = (Date.now() - Date.parse(session.since)) / 1000;
	io.out(
		[
			`Account     ${session.email ?? account.email ?? session.userId}`,
			`Region      ${regionName[session.region]} (${session.region})`,
			`Session     signed in ${formatWait(Math.max(1, age))} ago, still good`,
			`Activities  ${account.activityCount === undefined ? 'unknown' : formatCount(account.activityCount)}`,
			'',
		].join('\n'),
	);
	return 0;
};
