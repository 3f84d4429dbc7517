import type {Archive} from '../disk/archive.js';
import {type ErrorReport, toErrorReport} from '../domain/known-error.js';

/**
 * Opens an archive, runs what has it, and closes it before the last event is passed on: that one
 * tells where writing the state failed. `never` makes the last event of a run that did not begin.
 */
export async function* endingClosed<Event extends {readonly type: string}>(
	open: () => Promise<Archive>,
	run: (archive: Archive) => Promise<AsyncIterable<Event>>,
	isLast: (event: Event) => boolean,
	never: (error: unknown) => Event,
): AsyncGenerator<Event> {
	const archive = await open().catch((error: unknown) => ({refused: error}));
	if ('refused' in archive) {
		yield never(archive.refused);
		return;
	}

	let last: (Event & {readonly error?: ErrorReport}) | undefined;
	let failure: unknown;
	try {
		for await (const event of await run(archive)) {
			if (isLast(event)) {
				last = event;
			} else {
				yield event;
			}
		}
	} catch (error) {
		failure = error;
	} finally {
		await archive.close().catch((error: unknown) => {
			failure ??= error;
		});
	}

	if (last === undefined) {
		yield never(failure);
	} else {
		yield failure === undefined || last.error ? last : {...last, error: toErrorReport(failure)};
	}
}
