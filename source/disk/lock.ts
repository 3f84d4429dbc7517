import {open, readFile, rm, stat, utimes} from 'node:fs/promises';
import {hostname, uptime} from 'node:os';
import path from 'node:path';
import {KnownError} from '../domain/known-error.js';
import {toDiskError} from './disk-error.js';

const lockName = '.coros-tui.lock';

/** How often the holder shows that it is alive. */
const heartbeatMs = 30_000;

/** On another machine (a shared folder) only silence tells that the holder is gone. */
const staleAfterMs = 10 * 60_000;

type Holder = {readonly host: string; readonly pid: number; readonly since: string};

export type Lock = {release(): Promise<void>};

const isAlive = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
};

const readHolder = async (file: string): Promise<Holder | undefined> => {
	try {
		const {host, pid, since} = JSON.parse(await readFile(file, 'utf8')) as Partial<Holder>;
		return typeof host === 'string' && typeof pid === 'number' && typeof since === 'string'
			? {host, pid, since}
			: undefined;
	} catch {
		return undefined;
	}
};

/**
 * Whether a lock's holder is gone. On this machine: its process is not there, or the machine has
 * started anew since. Elsewhere, or where the lock cannot be read: ten minutes without a heartbeat.
 */
const isStale = async (file: string, holder: Holder | undefined): Promise<boolean> => {
	const silentMs = Date.now() - (await stat(file)).mtimeMs;
	if (holder?.host !== hostname()) {
		return silentMs > staleAfterMs;
	}

	const startedMs = Date.now() - uptime() * 1000;
	return !isAlive(holder.pid) || Date.parse(holder.since) < startedMs - 60_000;
};

const tryLock = async (file: string): Promise<boolean> => {
	try {
		const handle = await open(file, 'wx');
		const holder: Holder = {
			host: hostname(),
			pid: process.pid,
			since: new Date().toISOString(),
		};
		await handle.writeFile(JSON.stringify(holder));
		await handle.close();
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
			return false;
		}

		throw error;
	}
};

const isGone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Takes a folder for this run alone. Throws `folder-busy`, naming the run that has it. */
export const lockFolder = async (folder: string): Promise<Lock> => {
	const file = path.join(folder, lockName);
	try {
		for (let attempt = 1; !(await tryLock(file)); attempt += 1) {
			const holder = await readHolder(file);
			try {
				if (attempt > 3 || !(await isStale(file, holder))) {
					const detail = holder && `process ${holder.pid} on ${holder.host}`;
					throw new KnownError('folder-busy', detail === undefined ? {} : {detail});
				}

				await rm(file);
			} catch (error) {
				if (!isGone(error)) {
					throw error;
				}
			}
		}
	} catch (error) {
		throw toDiskError(error, folder);
	}

	const beat = setInterval(() => {
		const now = new Date();
		utimes(file, now, now).catch(() => {});
	}, heartbeatMs);
	beat.unref();
	return {
		async release() {
			clearInterval(beat);
			await rm(file, {force: true}).catch(() => {});
		},
	};
};
