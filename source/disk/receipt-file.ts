import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {isJsonObject, type Json} from './json-document.js';
import {writeAtomically} from './write-atomically.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

// One for each folder: two that are filled in turns do not drive each other's out.
const toFile = (config: string, folder: string): string =>
	path.join(config, `receipt-${hash(path.resolve(folder)).slice(0, 16)}.json`);

/**
 * What a backup into a folder left for the next one. Undefined where there is nothing, or anything
 * but what was written: it is never missed.
 */
export const readReceipt = async (config: string, folder: string): Promise<Json | undefined> => {
	try {
		const document: unknown = JSON.parse(await readFile(toFile(config, folder), 'utf8'));
		const {sha256, ...receipt} = isJsonObject(document) ? document : {};
		return sha256 === hash(JSON.stringify(receipt)) ? receipt : undefined;
	} catch {
		return undefined;
	}
};

/** Replaces it, atomically; nobody else may read it. One that cannot be written is no failure. */
export const writeReceipt = async (
	config: string,
	folder: string,
	receipt: Json,
): Promise<void> => {
	const document = {...receipt, sha256: hash(JSON.stringify(receipt))};
	await writeAtomically(toFile(config, folder), `${JSON.stringify(document)}\n`, 0o600).catch(
		() => {},
	);
};
