import {createHash, type Hash} from 'node:crypto';

// What was written is what is read: one flipped bit must not make a good file look changed, or the
// folder another account's.
export const startFingerprint = (account: unknown): Hash =>
	createHash('sha256').update(`${JSON.stringify(account ?? null)}\n`);

const pieceLength = 1024 * 1024;

/** Hashes a long text without a copy of all of it, and without cutting a character in two. */
const updateWith = (hash: Hash, text: string, start: number, end: number): void => {
	for (let from = start; from < end; ) {
		const to = Math.min(end, from + pieceLength);
		const isCut = to < end && (text.charCodeAt(to) & 0xfc00) === 0xdc00;
		hash.update(text.slice(from, isCut ? to + 1 : to));
		from = isCut ? to + 1 : to;
	}
};

/** What stands before our part of a document, and before its activities. */
export const ourKey = ',"coros_tui":{';
export const activitiesKey = ',"activities":';

/** How a document ends. */
export const toEnd = (sha256: string): string => `,"sha256":"${sha256}"}}\n`;

/** Whether a text is our own, with the activities it had when it was written. */
export const isAsWritten = (document: string, account: unknown, sha256: string): boolean => {
	const end = toEnd(sha256);
	const start = document.indexOf(activitiesKey, document.indexOf(ourKey));
	if (start === -1 || !document.endsWith(end)) {
		return false;
	}

	const hash = startFingerprint(account);
	updateWith(hash, document, start + activitiesKey.length, document.length - end.length);
	return hash.digest('hex') === sha256;
};
