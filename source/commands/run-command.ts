import {exitCodeOf, toErrorReport} from '../domain/known-error.js';
import {unnamedProfile} from '../domain/profile-name.js';
import {endedEarly} from '../services/ended-early.js';
import type {Services} from '../services/services.js';
import type {ChangeTo} from '../ui/run-app.js';
import {runLogin, runLogout, runWhoami} from './account.js';
import {runAdopt} from './adopt.js';
import {runBackup} from './backup.js';
import {runConvert} from './convert.js';
import {runDoctor} from './doctor.js';
import type {Flags} from './flags.js';
import type {Io} from './io.js';
import {runList} from './list.js';
import {notify} from './notify.js';
import {flagsOfProfile, openServices} from './open-services.js';
import {printJson} from './print-json.js';
import {runProfiles} from './profiles.js';
import {runRelayout} from './relayout.js';
import {runVerify} from './verify.js';

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
		case 'export':
			return runBackup(services, flags, io, signal);
		case 'list':
			return runList(services, flags, io, signal);
		case 'verify':
			return runVerify(services, flags, io, signal);
		case 'doctor':
			return runDoctor(services, flags, io, signal);
		case 'convert':
			return runConvert(services, flags, io, signal);
		case 'adopt':
			return runAdopt(services, flags, io, signal);
		case 'relayout':
			return runRelayout(services, flags, io, signal);
		case 'login':
			return runLogin(services, flags, io, signal);
		case 'logout':
			return runLogout(services, flags, io);
		case 'profiles':
			return runProfiles(services, flags, io);
		case 'whoami':
			return runWhoami(services, flags, io, signal);
	}
};
