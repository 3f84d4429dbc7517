import type {DetailFiles} from '../disk/detail-files.js';
import type {WellnessFiles} from '../disk/wellness-files.js';
import type {VerifyEvent} from './verify.js';

type Kept = {
	readonly id: string;
	readonly file: string;
	readonly format: 'detail' | 'wellness';
	read(): Promise<{readonly reason: string | undefined; readonly bytes: number}>;
};

const list = async (details: DetailFiles, wellness: WellnessFiles): Promise<Kept[]> => [
	...[...details.names].map(([id, file]) => {
		const read = () => details.fault(id);
		return {id, file, format: 'detail', read} as const;
	}),
	...(await wellness.subjects()).map((subject) => {
		const read = () => wellness.fault(subject);
		return {id: '', file: wellness.nameFor(subject), format: 'wellness', read} as const;
	}),
];

/** Reads the files of details and of wellness too, after all others, and counts them in `verified`. */
export async function* verifyDetails(
	events: AsyncIterable<VerifyEvent>,
	details: DetailFiles,
	wellness: WellnessFiles,
	signal: AbortSignal,
): AsyncGenerator<VerifyEvent> {
	for await (const event of events) {
		if (event.type !== 'verified') {
			yield event;
			continue;
		}

		let {checked, problems, bytes} = event;
		for (const {id, file, format, read} of await list(details, wellness)) {
			signal.throwIfAborted();
			const {reason, bytes: size} = await read();
			checked += 1;
			bytes += size;
			if (reason !== undefined) {
				problems += 1;
				const flag = format === 'detail' ? '--details' : '--wellness';
				const next = `${reason}; remove it, and the next backup with ${flag} fetches it`;
				yield {type: 'problem', kind: 'damaged', id, format, file, reason: next};
			}
		}

		yield {...event, checked, problems, bytes};
	}
}
