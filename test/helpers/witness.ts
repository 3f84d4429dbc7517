import {appendFileSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {inject} from 'vitest';
import {findSecrets} from './planted.js';
import type {Look} from './read-looks.js';

const note = (look: Look): void =>
	appendFileSync(path.join(inject('witness'), `${process.pid}.jsonl`), `${JSON.stringify(look)}\n`);

/**
 * Looks for planted secrets in something that the program gave away: its output, a file, a request to
 * a host that is not COROS's API. What is found fails the test at once and the whole run at its end.
 */
export const witness = (where: string, text: string | Uint8Array): void => {
	const found = findSecrets(typeof text === 'string' ? text : Buffer.from(text).toString('latin1'));
	note({where, bytes: text.length, found, isAllowed: false});
	if (found.length > 0) {
		throw new Error(`a secret got out, in ${where}: ${found.join(', ')}`);
	}
};

/** Counts secrets where they belong: a witness that never saw one would prove nothing. */
export const witnessAllowed = (where: string, text: string): void => {
	note({where, bytes: text.length, found: findSecrets(text), isAllowed: true});
};

// The program itself, where a test unpacks it: the simulator's code makes the planted secrets.
const isProgram = (folder: string): boolean =>
	folder.split(path.sep).some((name) => name === 'dist' || name === 'source');

/** Looks through every file of a folder; only the session file may hold a secret. */
export const witnessFolder = (folder: string): void => {
	for (const entry of readdirSync(folder, {recursive: true, withFileTypes: true})) {
		if (entry.isFile() && !isProgram(entry.parentPath)) {
			const bytes = readFileSync(path.join(entry.parentPath, entry.name));
			const isSession = entry.name === 'session.json';
			(isSession ? witnessAllowed : witness)(`file ${entry.name}`, bytes.toString('latin1'));
		}
	}
};
