import type {DetailFiles} from '../disk/detail-files.js';
import type {VerifyEvent} from './verify.js';

/** Reads the detail files too, after all others, and counts them in `verified`. */
export async function* verifyDetails(
	events: AsyncIterable<VerifyEvent>,
	files: DetailFiles,
	signal: AbortSignal,
): AsyncGenerator<VerifyEvent> {
	for await (const event of events) {
		if (event.type !== 'verified') {
			yield event;
			continue;
		}

		let {checked, problems, bytes} = event;
		for (const [id, file] of files.names) {
			signal.throwIfAborted();
			const {reason, bytes: read} = await files.fault(id);
			checked += 1;
			bytes += read;
			if (reason !== undefined) {
				problems += 1;
				const next = `${reason}; remove it, and the next backup with --details fetches it`;
				yield {type: 'problem', kind: 'damaged', id, format: 'detail', file, reason: next};
			}
		}

		yield {...event, checked, problems, bytes};
	}
}
