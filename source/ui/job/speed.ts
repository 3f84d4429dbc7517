import type {BackupProgress} from '../../backup/progress.js';

/** Where a backup stood at a moment. */
export type Sample = {
	/** Milliseconds, any origin. */
	readonly at: number;
	readonly bytes: number;
	readonly settled: number;
};

const windowMs = 10_000;

/** Bytes so far, those of unfinished files included. */
export const bytesReceived = ({summary, active}: BackupProgress): number =>
	active.reduce((sum, {received}) => sum + received, summary.bytes);

/** Remembers the last ten seconds. */
export const addSample = (
	samples: readonly Sample[],
	progress: BackupProgress,
	at: number,
): readonly Sample[] => [
	...samples.filter((sample) => at - sample.at < windowMs),
	{at, bytes: bytesReceived(progress), settled: progress.settled},
];

/** How fast it goes now. */
export type Speed = {readonly bytesPerSecond: number; readonly filesPerSecond: number};

/** Undefined until a second has been watched. A retry throws bytes away, so they may be negative. */
export const toSpeed = (samples: readonly Sample[]): Speed | undefined => {
	const first = samples[0];
	const last = samples.at(-1);
	const seconds = first && last ? (last.at - first.at) / 1000 : 0;
	return first && last && seconds >= 1
		? {
				bytesPerSecond: Math.max(0, last.bytes - first.bytes) / seconds,
				filesPerSecond: (last.settled - first.settled) / seconds,
			}
		: undefined;
};

/** Seconds until the end at this speed; undefined where nobody can tell. */
export const secondsLeft = (
	{phase, toFetch, settled}: BackupProgress,
	speed: Speed | undefined,
): number | undefined =>
	phase === 'transferring' && speed && speed.filesPerSecond > 0
		? (toFetch - settled) / speed.filesPerSecond
		: undefined;
