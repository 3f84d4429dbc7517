import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {isJsonObject} from './json-document.js';

/** What a file says of itself, beside COROS's own data. */
type About = Readonly<Record<string, string>>;

const toSha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * The text of a file that keeps an answer of COROS's as it was sent, under `coros`. It vouches for
 * itself: `sha256` is that of the answer, written without spaces.
 */
export const toKeptText = (about: About, savedAt: Date, coros: object): string => {
	const body = JSON.stringify(coros);
	const head = {...about, saved_at: savedAt.toISOString(), sha256: toSha256(body)};
	return `${JSON.stringify(head).slice(0, -1)},"coros":${body}}\n`;
};

const isMoment = (value: unknown): boolean =>
	typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);

/** What is wrong with such a file; undefined where it is whole and what it has to be. */
export const keptFault = (text: string, about: About): string | undefined => {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {}

	if (!isJsonObject(value) || !isJsonObject(value.coros)) {
		return text.trim() === '' ? 'it is empty' : 'it is not what was saved';
	}

	const other = Object.entries(about).find(([key, expected]) => value[key] !== expected);
	if (other) {
		return `its ${other[0]} is another`;
	}

	const isWhole =
		isMoment(value.saved_at) && value.sha256 === toSha256(JSON.stringify(value.coros));
	return isWhole ? undefined : 'it is not what was saved';
};

/** What reading such a file showed. */
export type KeptFault = {
	/** Undefined where nothing is wrong. */
	readonly reason: string | undefined;
	/** Read. */
	readonly bytes: number;
};

/** Reads such a file and judges it; one that cannot be read is damaged. */
export const readKeptFault = async (file: string, about: About): Promise<KeptFault> => {
	try {
		const content = await readFile(file);
		return {reason: keptFault(content.toString(), about), bytes: content.length};
	} catch (error) {
		return {reason: `cannot be read (${(error as NodeJS.ErrnoException).code})`, bytes: 0};
	}
};
