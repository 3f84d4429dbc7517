import type {Archive} from '../disk/archive.js';
import type {ExportFormat} from '../domain/export-format.js';

/** What is wrong with one file. */
export type VerifyProblem = {
	/**
	 * `damaged`: not a whole file of its format. `changed`: whole, but not what was saved. `gone`:
	 * the state knows it, the folder does not. `unknown`: it looks like an export, the state does not
	 * know it.
	 */
	readonly kind: 'damaged' | 'changed' | 'gone' | 'unknown';
	readonly id: string;
	readonly format: ExportFormat;
	/** Name inside the folder. */
	readonly file: string;
	readonly reason: string;
};

/** What happens while an archive is checked, ending with exactly one `verified`. */
export type VerifyEvent =
	| {readonly type: 'verifying'; readonly checked: number; readonly total: number}
	| ({readonly type: 'problem'} & VerifyProblem)
	| {
			readonly type: 'verified';
			/** Files read. */
			readonly checked: number;
			readonly problems: number;
			readonly bytes: number;
			readonly durationMs: number;
	  };

const progressEvery = 50;

/**
 * Reads every file of an archive once, in pieces, and holds it against its own structure and against
 * what was saved. Nothing is fetched or changed.
 */
export async function* verifyArchive(
	archive: Archive,
	signal: AbortSignal,
): AsyncGenerator<VerifyEvent> {
	const startedAt = Date.now();
	const saved = archive.saved();
	const total = saved.length + archive.unchecked.length;
	let checked = 0;
	let problems = 0;
	let bytes = 0;

	const problem = (found: VerifyProblem): VerifyEvent => {
		problems += 1;
		return {type: 'problem', ...found};
	};

	for (const {id, format, name} of archive.gone) {
		yield problem({kind: 'gone', id, format, file: name, reason: 'the file is not there'});
	}

	for (const {id, format, name, sha256} of saved) {
		signal.throwIfAborted();
		const {verdict, size, sha256: now} = await archive.check({id, format, name});
		checked += 1;
		bytes += size;
		const about = {id, format, file: name};
		if (!verdict.ok) {
			yield problem({kind: 'damaged', ...about, reason: verdict.reason});
		} else if (now !== sha256) {
			yield problem({kind: 'changed', ...about, reason: 'it is not the file that was saved'});
		}

		if (checked % progressEvery === 0) {
			yield {type: 'verifying', checked, total};
		}
	}

	for (const file of archive.unchecked) {
		signal.throwIfAborted();
		const {verdict, size} = await archive.check(file);
		const {id, format, name} = file;
		checked += 1;
		bytes += size;
		const about = {id, format, file: name};
		yield verdict.ok
			? problem({kind: 'unknown', ...about, reason: 'nobody knows where it is from'})
			: problem({kind: 'damaged', ...about, reason: verdict.reason});
	}

	yield {type: 'verified', checked, problems, bytes, durationMs: Date.now() - startedAt};
}
