import path from 'node:path';
import {exitCodeOf, toErrorReport} from '../domain/known-error.js';
import {version} from '../domain/version.js';
import {createServices} from '../services/create-services.js';
import {endedEarly} from '../services/ended-early.js';
import type {Services} from '../services/services.js';
import type {Flags} from './flags.js';
import type {Io} from './io.js';
import {notify} from './notify.js';
import {printJson} from './print-json.js';

const toDefaultFolder = ({demo, profile}: Flags): string => {
	const folder = demo ? 'coros_demo_activities' : 'coros_activities';
	return profile === undefined ? folder : `${folder}_${profile}`;
};

// A slip of the pen in a script is to be said, not to begin another profile.
const mayBegin = ({command, email, token}: Flags): boolean =>
	command === 'login' || command === 'app' || email !== undefined || token !== undefined;

const toServices = (flags: Flags): Services =>
	createServices({
		baseUrl: flags.baseUrl,
		folder: flags.backupDir === undefined ? undefined : path.normalize(flags.backupDir),
		defaultFolder: toDefaultFolder(flags),
		configFolder: flags.configDir,
		profile: flags.profile,
		isNewProfile: mayBegin(flags),
		wantsKeychain: flags.keychain,
		demo: flags.demo,
		verbose: flags.verbose,
		concurrency: flags.concurrency,
		version,
		timeoutMs: flags.timeoutMs,
		retryBaseMs: flags.retryBaseMs,
		environment: process.env,
	});

const toTrace = (error: unknown): string =>
	error instanceof Error ? (error.stack ?? error.message) : String(error);

/** A backup says how it ended, even where it could not begin. */
const openServices = async (flags: Flags, io: Io): Promise<Services> => {
	try {
		return toServices(flags);
	} catch (error) {
		const summary = endedEarly(error, Date.now());
		if (flags.json && (flags.command === 'backup' || flags.command === 'export')) {
			printJson(io, summary);
		}

		await notify(flags, io, {summary, exitCode: exitCodeOf(toErrorReport(error).code)});
		throw error;
	}
};

/** Runs a command with everything it needs. */
export const runCommand = async (flags: Flags, io: Io, signal: AbortSignal): Promise<number> => {
	const services = await openServices(flags, io);
	if (services.logPath !== undefined) {
		io.error(`Log: ${services.logPath}\n`);
	}

	services.log(
		`coros-tui ${version}, Node ${process.version}, ${process.platform}: ${flags.command}`,
	);
	const onCrash = (error: unknown) => services.log(toTrace(error));
	process.on('uncaughtExceptionMonitor', onCrash);
	try {
		const exitCode = await choose(services, flags, io, signal);
		services.log(`ended with ${exitCode}`);
		return exitCode;
	} catch (error) {
		services.log(toTrace(error));
		throw error;
	} finally {
		process.removeListener('uncaughtExceptionMonitor', onCrash);
		await services.finish();
	}
};

const choose = async (
	services: Services,
	flags: Flags,
	io: Io,
	signal: AbortSignal,
): Promise<number> => {
	switch (flags.command) {
		case 'completion':
			return 0; // Done before, without services.
		case 'app': {
			const {runAppCommand} = await import('./app.js');
			return runAppCommand(services, flags, io, signal);
		}
		case 'backup':
		case 'export': {
			const {runBackup} = await import('./backup.js');
			return runBackup(services, flags, io, signal);
		}
		case 'list': {
			const {runList} = await import('./list.js');
			return runList(services, flags, io, signal);
		}
		case 'verify': {
			const {runVerify} = await import('./verify.js');
			return runVerify(services, flags, io, signal);
		}
		case 'doctor': {
			const {runDoctor} = await import('./doctor.js');
			return runDoctor(services, flags, io, signal);
		}
		case 'convert': {
			const {runConvert} = await import('./convert.js');
			return runConvert(services, flags, io, signal);
		}
		case 'adopt': {
			const {runAdopt} = await import('./adopt.js');
			return runAdopt(services, flags, io, signal);
		}
		case 'relayout': {
			const {runRelayout} = await import('./relayout.js');
			return runRelayout(services, flags, io, signal);
		}
		case 'login': {
			const {runLogin} = await import('./account.js');
			return runLogin(services, flags, io, signal);
		}
		case 'logout': {
			const {runLogout} = await import('./account.js');
			return runLogout(services, flags, io);
		}
		case 'profiles': {
			const {runProfiles} = await import('./profiles.js');
			return runProfiles(services, flags, io);
		}
		case 'whoami': {
			const {runWhoami} = await import('./account.js');
			return runWhoami(services, flags, io, signal);
		}
	}
};
