import {existsSync} from 'node:fs';
import path from 'node:path';
import {openArchive} from '../../disk/archive.js';
import {lockFolder} from '../../disk/lock.js';
import {freeBytes, modeOf, nearestFolder, tryFolder, tryToWrite} from '../../disk/probe.js';
import {type Finding, toFinding} from '../../domain/finding.js';
import {isKnownError, KnownError} from '../../domain/known-error.js';
import {countOf, formatBytes} from '../../text/measures.js';
import type {Parts} from '../parts.js';

/** Room for some thousand files. */
const littleBytes = 500 * 1024 * 1024;

const checkSpace = async (folder: string): Promise<Finding> => {
	const free = await freeBytes(folder);
	if (free === undefined) {
		return {area: 'folder', level: 'note', what: 'The disk does not tell how much room it has'};
	}

	const what = `${formatBytes(free)} free on its disk`;
	return free < littleBytes
		? {area: 'folder', level: 'warning', what, next: 'Free some space before the next backup.'}
		: {area: 'folder', level: 'ok', what};
};

/** Whether the backup folder can take a backup. */
export const checkFolder = async (parts: Parts): Promise<Finding[]> => {
	const folder = path.resolve(parts.folder());
	const isThere = existsSync(folder);
	const where = await nearestFolder(folder);
	try {
		await (isThere ? tryFolder(folder) : tryToWrite(where));
		const what = isThere
			? `${folder} can be written`
			: `${folder} is not there yet; the first backup makes it`;
		return [{area: 'folder', level: isThere ? 'ok' : 'note', what}, await checkSpace(where)];
	} catch (error) {
		return [toFinding('folder', error), await checkSpace(where)];
	}
};

/** Whether another run has the folder, and which. */
export const checkLock = async (parts: Parts): Promise<Finding[]> => {
	if (!existsSync(parts.folder())) {
		return [];
	}

	try {
		const lock = await lockFolder(parts.folder());
		await lock.release();
		return [{area: 'lock', level: 'ok', what: 'No other run is using the folder'}];
	} catch (error) {
		// A folder that cannot be written has been named already.
		return isKnownError(error) && error.code === 'folder-busy' ? [toFinding('lock', error)] : [];
	}
};

/** What the archive holds, as its names and its state tell; no file is read. */
export const checkArchive = async (parts: Parts): Promise<Finding[]> => {
	if (!existsSync(parts.folder())) {
		return [];
	}

	try {
		const archive = await openArchive(parts.folder(), {readOnly: true});
		const findings: Finding[] = [];
		const session = parts.session();
		if (archive.account && session && archive.account.userId !== session.userId) {
			findings.push(toFinding('archive', new KnownError('wrong-account')));
		}

		if (archive.isStateBroken) {
			findings.push({
				area: 'archive',
				level: 'warning',
				what: 'The record of what was saved, .corosexport_state.json, cannot be read',
				next: 'Run coros-tui backup: it makes it anew from the files, and fetches nothing twice.',
			});
		}

		let files = 0;
		let bytes = 0;
		for (const {size} of archive.saved()) {
			files += 1;
			bytes += size;
		}

		const activities = [...archive.savedIds()].length;
		const gone = [...archive.gone()].length;
		const {unchecked, setAside, strangers} = archive;
		const facts = [
			`${countOf(activities, 'activity', 'activities')}, ${countOf(files, 'file')}, ${formatBytes(bytes)}`,
			unchecked.length > 0 && `${countOf(unchecked.length, 'file')} not recorded yet`,
			setAside > 0 && `${countOf(setAside, 'damaged file')} kept aside`,
			strangers.length > 0 && countOf(strangers.length, 'unknown file'),
		];
		findings.push({area: 'archive', level: 'ok', what: facts.filter(Boolean).join(', ')});
		if (gone > 0) {
			const error = new KnownError('damaged-archive', {
				detail: `${countOf(gone, 'file')} ${gone === 1 ? 'is' : 'are'} gone`,
			});
			findings.push(toFinding('archive', error));
		}

		return findings;
	} catch (error) {
		return [toFinding('archive', error)];
	}
};

/** Whether others could read what is theirs to keep secret. Windows has no such modes. */
export const checkPermissions = async (parts: Parts, platform: string): Promise<Finding[]> => {
	const folder = parts.config.path;
	const about = `Settings and session are in ${folder}`;
	if (platform === 'win32') {
		return [{area: 'settings', level: 'note', what: about}];
	}

	const open: string[] = [];
	for (const [name, most] of [
		[folder, 0o700],
		[path.join(folder, 'session.json'), 0o600],
	] as const) {
		const mode = await modeOf(name);
		if (mode !== undefined && (mode & ~most) !== 0) {
			open.push(`chmod ${most.toString(8)} "${name}"`);
		}
	}

	return open.length === 0
		? [{area: 'settings', level: 'ok', what: `${about}, readable by you alone`}]
		: [
				{
					area: 'settings',
					level: 'warning',
					what: `${about}, and others may read the session`,
					next: `Run: ${open.join(' && ')}`,
				},
			];
};
