import {type VerifyEvent, verifyArchive} from '../backup/verify.js';
import {openArchive} from '../disk/archive.js';

/**
 * Reads every file of a backup and names what is damaged, changed, gone or unknown: one `problem`
 * each, and `verified` at the end. Needs no network and changes nothing. Throws `KnownError` where
 * the folder cannot be read.
 */
export async function* verify(
	folder: string,
	{signal = new AbortController().signal}: {readonly signal?: AbortSignal} = {},
): AsyncGenerator<VerifyEvent> {
	yield* verifyArchive(await openArchive(folder, {readOnly: true}), signal);
}
