import {randomBytes} from 'node:crypto';
import {existsSync} from 'node:fs';
import {readFile, rm, stat, utimes} from 'node:fs/promises';
import path from 'node:path';
import {KnownError} from '../domain/known-error.js';
import {toDiskError} from './disk-error.js';
import {type FolderNames, readNames} from './folder-names.js';
import {describeSelf, type Holder, isGone, parseHolder} from './holder.js';
import {isInUse} from './rename-file.js';
import {writeAtomically} from './write-atomically.js';

// Every run has a name of its own: what is left of a dead one can be removed without a race.
// Without a number it is an earlier version's.
const claimName = /^\.coros-tui(?:\.[\da-f]{16})?\.lock$/;

const isClaimName = (name: string): boolean => name.startsWith('.') && claimName.test(name);

/** How often the holder shows that it is alive. */
const heartbeatMs = 30_000;

// Runs that start at the same moment see each other: the first in order waits for the others to go.
const waits = 40;
const waitMs = 25;

export type Lock = {
	/**
	 * Throws `folder-lost` where the claim is not there any more: whatever is at the folder's place
	 * now, perhaps a mount point without its disk, is not what was taken.
	 */
	check(): void;
	release(): Promise<void>;
};

type Claim = {
	readonly name: string;
	readonly holder: Holder | undefined;
	/** It cannot be looked at: on Windows a file stays so, after it was removed, while somebody reads it. */
	readonly isHidden?: true;
};

const hasCode = (error: unknown, code: string): boolean =>
	(error as NodeJS.ErrnoException).code === code;

/** Reads another run's claim; undefined where the run is gone, and what it left with it. */
const readClaim = async (folder: string, name: string): Promise<Claim | undefined> => {
	const file = path.join(folder, name);
	try {
		const holder = parseHolder(await readFile(file, 'utf8'));
		if (!isGone(holder, (await stat(file)).mtimeMs)) {
			return {name, holder};
		}

		await rm(file, {force: true});
		return undefined;
	} catch (error) {
		if (hasCode(error, 'ENOENT')) {
			return undefined;
		}

		if (isInUse(error)) {
			return {name, holder: undefined, isHidden: true};
		}

		throw error;
	}
};

const readOthers = async (
	folder: string,
	own: string,
	onRead: (names: FolderNames) => void,
): Promise<Claim[]> => {
	const names = await readNames(folder);
	onRead(names);
	const others = names.files.filter((name) => isClaimName(name) && name !== own);
	const claims = await Promise.all(others.map((name) => readClaim(folder, name)));
	return claims.filter((claim) => claim !== undefined);
};

const mostTries = 3;

/**
 * Writes a claim whole or not at all: one that cannot be read would block the folder for a while. A
 * run that has just begun clears what others left, and may take this for it before it has its name.
 */
const writeClaim = async (file: string, holder: Holder): Promise<void> => {
	for (let attempt = 1; ; attempt += 1) {
		try {
			await writeAtomically(file, JSON.stringify(holder));
			return;
		} catch (error) {
			if (!hasCode(error, 'ENOENT') || attempt >= mostTries) {
				throw error;
			}
		}
	}
};

// After those that say when they came: it is waited for.
const toOrder = ({holder, name, isHidden}: Claim): string =>
	isHidden ? `~${name}` : `${holder?.since ?? ''} ${name}`;

const toBusy = (folder: string, {holder, name}: Claim): KnownError => {
	const file = path.resolve(folder, name);
	return new KnownError('folder-busy', {
		...(holder && {detail: `process ${holder.pid} on ${holder.host}`}),
		hint: `Wait for it to end, or choose another folder. If you are sure that it is no run of coros-tui, delete ${file}.`,
	});
};

/** Waits until every other claim is gone; throws where one has the right to stay. */
const settle = async (
	folder: string,
	own: Claim,
	onRead: (names: FolderNames) => void,
): Promise<void> => {
	for (let round = 1; ; round += 1) {
		const others = await readOthers(folder, own.name, onRead);
		const [other] = others;
		if (!other) {
			return;
		}

		const earlier = others.find((claim) => toOrder(claim) < toOrder(own));
		if (earlier || round > waits) {
			throw toBusy(folder, earlier ?? other);
		}

		await new Promise((resolve) => setTimeout(resolve, waitMs));
	}
};

/**
 * Takes a folder for this run alone. Throws `folder-busy`, naming the run that has it.
 *
 * First a claim is made, then it is looked for others: of two runs at least one sees the other, and
 * a run goes on only when it sees none. So there are never two, whatever their timing, without
 * any lock of the system, which shared folders may lack.
 *
 * `onRead` gets what the folder holds, the last time when it belongs to this run: a long folder need
 * not be read again for that.
 */
export const lockFolder = async (
	folder: string,
	onRead: (names: FolderNames) => void = () => {},
): Promise<Lock> => {
	const own = {
		name: `.coros-tui.${randomBytes(8).toString('hex')}.lock`,
		holder: describeSelf(),
	};
	const file = path.join(folder, own.name);
	const release = () => rm(file, {force: true}).catch(() => {});
	try {
		await writeClaim(file, own.holder);
		await settle(folder, own, onRead);
	} catch (error) {
		await release();
		throw toDiskError(error, folder);
	}

	const beat = setInterval(() => {
		const now = new Date();
		utimes(file, now, now).catch(() => {});
	}, heartbeatMs);
	beat.unref();
	return {
		check() {
			if (!existsSync(file)) {
				throw new KnownError('folder-lost', {detail: path.resolve(folder)});
			}
		},
		async release() {
			clearInterval(beat);
			await release();
		},
	};
};
