import {exitCodeOf, toErrorReport} from '../domain/known-error.js';
import {unnamedProfile} from '../domain/profile-name.js';
import {endedEarly} from '../services/ended-early.js';
import type {Services} from '../services/services.js';
import type {ChangeTo} from '../ui/run-app.js';
import type {Flags} from './flags.js';
import type {Io} from './io.js';
import {notify} from './notify.js';
import {flagsOfProfile, openServices} from './open-services.js';
import {printJson} from './print-json.js';

const toTrace = (error: unknown): string =>
	error instanceof Error ? (error.stack ?? error.message) : String(error);

/** A backup says how it ended, even where it could not begin. */
const begin = async (flags: Flags, io: Io): Promise<Services> => {
	try {
		return openServices(flags);
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
	let services = await begin(flags, io);
	if (services.logPath !== undefined) {
		io.error(`Log: ${services.logPath}\n`);
	}

	const changeTo: ChangeTo = async (name) => {
		const before = services.profile ?? unnamedProfile;
		services.log(`changes to the profile ${name}`);
		await services.close();
		try {
			services = openServices(flagsOfProfile(flags, name));
			services.session(); // A keychain that does not answer is said where somebody can still choose.
			return {services};
		} catch (error) {
			services = openServices(flagsOfProfile(flags, before));
			return {services, notice: toErrorReport(error)};
		}
	};
	const onCrash = (error: unknown) => services.log(toTrace(error));
	process.on('uncaughtExceptionMonitor', onCrash);
	try {
		const exitCode = await choose({services, flags, io, signal, changeTo});
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

type Run = {
	readonly services: Services;
	readonly flags: Flags;
	readonly io: Io;
	readonly signal: AbortSignal;
	readonly changeTo: ChangeTo;
};

const choose = async ({services, flags, io, signal, changeTo}: Run): Promise<number> => {
	switch (flags.command) {
		case 'completion':
			return 0; // Done before, without services.
		case 'app': {
			const {runAppCommand} = await import('./app.js');
			return runAppCommand(services, flags, io, {signal, changeTo});
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
