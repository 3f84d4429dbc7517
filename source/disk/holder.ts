import {readFileSync, readlinkSync} from 'node:fs';
import {hostname, uptime} from 'node:os';

/** Who holds a folder, so that others can tell whether it still runs. */
export type Holder = {
	readonly host: string;
	readonly pid: number;
	/** ISO 8601 UTC. */
	readonly since: string;
	/** Linux's name for this start of the machine. */
	readonly boot?: string | undefined;
	/** Linux's name for the set of processes in which `pid` means something: a container has its own. */
	readonly space?: string | undefined;
	/** When the process began, in clock ticks since the machine did: tells it from a later one. */
	readonly began?: string | undefined;
};

/** Where only silence tells that a holder is gone, such as on another machine. */
const staleAfterMs = 10 * 60_000;

const attempt = <Result>(work: () => Result): Result | undefined => {
	try {
		return work();
	} catch {
		return undefined;
	}
};

// Field 2 of /proc/*/stat is a name in parentheses, which may hold anything; 3 and 22 follow it.
const readProcess = (pid: number | 'self') =>
	attempt(() => {
		const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
		const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
		return {isOver: /[ZX]/.test(fields[0] ?? ''), began: fields[19]};
	});

const readBoot = () =>
	attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());

const readSpace = () => attempt(() => readlinkSync('/proc/self/ns/pid'));

/** This process. What a system other than Linux does not tell is missing. */
export const describeSelf = (): Holder => ({
	host: hostname(),
	pid: process.pid,
	since: new Date().toISOString(),
	boot: readBoot(),
	space: readSpace(),
	began: readProcess('self')?.began,
});

/** Reads what `describeSelf` wrote; undefined for anything else. */
export const parseHolder = (text: string): Holder | undefined => {
	const holder = attempt(() => JSON.parse(text) as Partial<Holder> | null);
	return typeof holder?.host === 'string' &&
		Number.isInteger(holder.pid) &&
		typeof holder.since === 'string'
		? (holder as Holder)
		: undefined;
};

const isAlive = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
};

const differs = (a: string | undefined, b: string | undefined): boolean =>
	a !== undefined && b !== undefined && a !== b;

/**
 * Whether a holder is gone. On this machine: its process is not there, or another has its number,
 * or the machine has started anew since its last sign of life. Elsewhere, in another container, or
 * where nobody can tell who it is: ten minutes without a sign of life.
 */
export const isGone = (
	holder: Holder | undefined,
	lastSignMs: number,
	upSeconds = uptime(),
): boolean => {
	const isSilent = Date.now() - lastSignMs > staleAfterMs;
	if (holder?.host !== hostname()) {
		return isSilent;
	}

	const bootedMs = Date.now() - upSeconds * 1000;
	if (differs(holder.boot, readBoot())) {
		return isSilent || lastSignMs < bootedMs;
	}

	if (differs(holder.space, readSpace())) {
		return isSilent;
	}

	const now = readProcess(holder.pid);
	return (
		!isAlive(holder.pid) ||
		now?.isOver === true ||
		differs(holder.began, now?.began) ||
		(holder.boot === undefined && Date.parse(holder.since) < bootedMs - 60_000)
	);
};
