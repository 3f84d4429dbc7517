import {existsSync, readFileSync} from 'node:fs';

/** Whether this system tells about its processes. */
export const hasFigures = existsSync('/proc/self/stat');

// Linux counts in hundredths of a second, whatever the kernel's own clock.
const tickMs = 10;

/** User and system time so far, in milliseconds. */
export const cpuMs = (pid: number): number => {
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	// The name, in brackets, may hold spaces; counted from behind it, the times are 11th and 12th.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[11]) + Number(fields[12])) * tickMs;
};

/** Resident memory, in megabytes. */
export const residentMb = (pid: number): number => {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1000;
};
