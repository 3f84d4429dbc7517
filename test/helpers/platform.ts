import {lstatSync, mkdtempSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

/** What any program of Windows needs to reach the network and its temporary files. */
const windowsNeeds = ['SystemRoot', 'TEMP', 'TMP', 'PATHEXT', 'ComSpec'];

/** The little of this machine's environment that a program cannot do without. */
export const bareEnvironment = (): Record<string, string> =>
	Object.fromEntries([
		...['PATH', ...windowsNeeds].flatMap((name) => {
			const value = process.env[name];
			return value === undefined ? [] : [[name, value]];
		}),
		// From Node 22 on the program keeps its compiled code in the user's cache: not in a test's folder.
		['NODE_DISABLE_COMPILE_CACHE', '1'],
	]);

/** The same and more; a home is one on Windows too, where it has another name. */
export const withEnvironment = (extra: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
	...bareEnvironment(),
	...(process.platform === 'win32' && extra.HOME !== undefined && {USERPROFILE: extra.HOME}),
	...extra,
});

/**
 * Whether this system has what POSIX systems have: signals a program may answer, file modes, job
 * control. Where not, it says aloud what is not tested.
 */
export const hasPosix = (what: string): boolean => {
	const isPosix = process.platform !== 'win32';
	if (!isPosix) {
		process.stderr.write(`SKIPPED, not on Windows: ${what}\n`);
	}

	return isPosix;
};

const makesLinks = (): boolean => {
	const folder = mkdtempSync(path.join(tmpdir(), 'coros-tui-'));
	try {
		const link = path.join(folder, 'link');
		symlinkSync('nothing', link);
		return lstatSync(link).isSymbolicLink();
	} catch {
		return false;
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
};

/** Whether this user may make a symbolic link: not everybody may on Windows. Says so where not. */
export const canLink = (what: string): boolean => {
	const isAllowed = makesLinks();
	if (!isAllowed) {
		process.stderr.write(`SKIPPED, no symbolic links here: ${what}\n`);
	}

	return isAllowed;
};
