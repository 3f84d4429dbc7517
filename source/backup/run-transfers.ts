import type {Archive} from '../disk/archive.js';
import type {Activity} from '../domain/activity.js';
import {isServiceTrouble} from '../domain/breaker.js';
import {isAbort, KnownError, toErrorReport} from '../domain/known-error.js';
import {longestRetryAfterMs} from '../domain/retry.js';
import {afterRequests} from '../domain/turns.js';
import {createChannel} from './channel.js';
import type {BackupEvent, Transfer} from './event.js';
import {createGate} from './gate.js';
import {createPlace, type Place} from './place.js';
import type {PlannedTransfer} from './plan.js';
import type {TransferControl} from './transfer-control.js';
import {type TransferContext, TransferFailure, transferFile} from './transfer-file.js';

/** Failures that would meet every other file as well: the run ends. */
const fatal: ReadonlySet<string> = new Set([
	'wrong-password',
	'code-needed',
	'session-expired',
	'sign-in-needed',
	'sign-in-refused',
	'folder-lost',
	'not-secure',
	'proxy-refused',
	'disk-full',
	'no-permission',
	'too-many-files',
	'disk-error',
]);

/**
 * So many activities in a row without one file that came through: the service is left alone. Files
 * would not do: one activity that COROS cannot export has five.
 */
const mostFailuresInARow = 5;

/** A planned transfer as events tell of it. */
export const toTransfer = (
	{activity, format, file}: PlannedTransfer,
	{nameOf}: Pick<Archive, 'nameOf'>,
): Transfer => ({
	id: activity.id,
	format,
	file: file ?? nameOf(activity, format),
	name: activity.name,
	day: activity.day,
});

/**
 * Carries out planned transfers, several at a time as the pace allows. Yields what happens; one
 * file's failure is an event and costs no other. Throws what ends the run: a fatal failure, a
 * service that fails at everything, or the signal's reason. Leaving the loop stops everything.
 */
export async function* runTransfers(
	planned: readonly PlannedTransfer[],
	options: Omit<TransferContext, 'emit' | 'gate' | 'failureOf' | 'place' | 'prepared'> & {
		readonly concurrency: number;
		readonly control?: TransferControl | undefined;
	},
): AsyncGenerator<BackupEvent> {
	const {client, archive, concurrency, control} = options;
	// As many again as may ask: while the disk has the last word on one file, the next is asked for.
	// Each with a signal of its own: so many listeners on one look like a leak.
	const workers = Array.from(
		{length: Math.min(2 * concurrency, planned.length)},
		() => new AbortController(),
	);
	const end = (reason?: unknown) => {
		for (const controller of workers) {
			controller.abort(reason);
		}
	};
	const onAbort = () => end(options.signal.reason);
	options.signal.addEventListener('abort', onAbort, {once: true});
	if (options.signal.aborted) {
		onAbort();
	}

	const channel = createChannel<BackupEvent>();
	const gate = createGate();
	const failuresInARow = new Map<string, TransferFailure>();
	const context = {
		...options,
		emit: channel.send,
		gate,
		failureOf: (id: string) => failuresInARow.get(id),
	};
	const queue: PlannedTransfer[] = [...planned];
	const second = new Set<PlannedTransfer>();
	let next = 0;

	const endRun = (error: unknown) => {
		channel.fail(error);
		end();
	};

	/** Gives a file that failed for a passing reason another chance when all others had theirs. */
	const putLast = (item: PlannedTransfer): boolean => {
		if (second.has(item)) {
			return false;
		}

		second.add(item);
		queue.push(item);
		return true;
	};

	const onFailure = (item: PlannedTransfer, transfer: Transfer, failure: TransferFailure) => {
		const {cause, final} = failure;
		const isLongPause = (cause.retryAfterMs ?? 0) > longestRetryAfterMs;
		if (fatal.has(cause.code) || isLongPause) {
			endRun(cause);
			return;
		}

		if (isServiceTrouble(cause)) {
			failuresInARow.set(item.activity.id, failure);
		}

		if (failuresInARow.size < mostFailuresInARow && !final && putLast(item)) {
			channel.send({type: 'postponed', transfer, error: toErrorReport(cause)});
			return;
		}

		const error = toErrorReport(cause);
		const at = new Date().toISOString();
		const {code, message} = error;
		archive.note(item.activity.id, item.format, {kind: 'failed', code, message, at});
		channel.send({type: 'failed', transfer, error});
		if (failuresInARow.size >= mostFailuresInARow) {
			endRun(cause);
		}
	};

	/** Files of one activity that come together share what is written beside them. */
	const describing = new Map<string, Promise<unknown>>();
	const describe = (activity: Activity): Promise<unknown> => {
		const {id} = activity;
		const known = describing.get(id);
		if (known) {
			return known;
		}

		const refresh = () => archive.metadata.refresh(activity);
		const writing = afterRequests()
			.then(refresh)
			.finally(() => describing.delete(id));
		writing.catch(() => {}); // Whoever saves a file hears of it.
		describing.set(id, writing);
		return writing;
	};

	const carryOut = async (item: PlannedTransfer, place: Place, signal: AbortSignal) => {
		const transfer = toTransfer(item, archive);
		const {id, format} = transfer;
		const own = control?.enter(id, format, signal) ?? signal;
		channel.send({type: 'transfer-started', transfer});
		const prepared = describe(item.activity);
		try {
			await transferFile({...context, signal: own, place, prepared}, item, transfer);
			await prepared;
			failuresInARow.clear();
		} catch (error) {
			if (own.aborted && !signal.aborted) {
				onFailure(item, transfer, new TransferFailure(new KnownError('given-up'), true));
			} else if (error instanceof TransferFailure) {
				onFailure(item, transfer, error);
			} else {
				throw error;
			}
		} finally {
			gate.leave(item);
			control?.leave(id, format);
			await prepared.catch(() => {}); // Nothing may still be writing when this file is done with.
		}

		archive.checkpoint();
	};

	const work = async (signal: AbortSignal) => {
		for (;;) {
			const place = createPlace(client.pace);
			await place.take(signal);
			try {
				const item = queue[next];
				if (!item) {
					return;
				}

				next += 1;
				await carryOut(item, place, signal);
			} finally {
				place.free();
			}

			signal.throwIfAborted();
		}
	};

	const working = workers.map(async ({signal}) => {
		try {
			await work(signal);
		} catch (error) {
			if (!(isAbort(error) && signal.aborted)) {
				endRun(error);
			}
		}
	});
	const all = Promise.all(working).then(() => channel.close());
	try {
		yield* channel.items;
		options.signal.throwIfAborted();
	} finally {
		end();
		await all; // Nothing may still be writing when the archive is closed.
		options.signal.removeEventListener('abort', onAbort);
	}
}
