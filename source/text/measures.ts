import type {Units} from '../domain/settings.js';

/** `12,345`: thousands separated, whatever the machine's language. */
export const formatCount = (count: number): string =>
	String(Math.round(count)).replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',');

/** `1 file`, `2,020 files`. */
export const countOf = (count: number, noun: string, plural = `${noun}s`): string =>
	`${formatCount(count)} ${count === 1 ? noun : plural}`;

/** Bytes as people read them: `812 B`, `76 kB`, `1.2 MB`, `3.4 GB`. Powers of ten, as disks count. */
export const formatBytes = (bytes: number): string => {
	const units = ['B', 'kB', 'MB', 'GB', 'TB'];
	let value = bytes;
	let unit = 0;
	while (value >= 999.5 && unit < units.length - 1) {
		value /= 1000;
		unit += 1;
	}

	return `${unit < 2 || value >= 99.95 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
};

const pad = (value: number): string => String(value).padStart(2, '0');

/** Seconds of sport: `51:20`, `1:18:03`. */
export const formatDuration = (seconds: number): string => {
	const whole = Math.round(seconds);
	const hours = Math.floor(whole / 3600);
	const minutes = Math.floor(whole / 60) % 60;
	return hours > 0
		? `${hours}:${pad(minutes)}:${pad(whole % 60)}`
		: `${minutes}:${pad(whole % 60)}`;
};

/** Seconds of waiting: `3 s`, `2 min 5 s`, `1 h 12 min`. */
export const formatWait = (seconds: number): string => {
	const whole = Math.ceil(seconds);
	if (whole < 60) {
		return `${whole} s`;
	}

	const minutes = Math.floor(whole / 60);
	return minutes < 60
		? `${minutes} min${whole % 60 > 0 ? ` ${whole % 60} s` : ''}`
		: `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
};

const metersPerMile = 1609.344;

/** The number alone, two decimals: `12.40` km or miles. */
export const formatDistance = (meters: number, units: Units = 'metric'): string =>
	(meters / (units === 'metric' ? 1000 : metersPerMile)).toFixed(2);
