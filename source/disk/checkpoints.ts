import {isKnownError} from '../domain/known-error.js';
import type {ArchiveMemory} from './archive-memory.js';
import {toDiskError} from './disk-error.js';
import type {Lock} from './lock.js';
import type {StateFile} from './state-file.js';

/** Writes what an archive remembers, now and then and at the end. */
export type Checkpoints = {
	/**
	 * Has it written where it is time, and nobody waits for it. Throws what the last writing met.
	 */
	checkpoint(): void;
	/** Writes what is not written yet and waits for it. */
	finish(): Promise<void>;
};

const leastMs = 1000;

/** Writing a big state takes its time: at most this part of a run's is spent on it. */
const mostShare = 1 / 20;

/** Without a state nothing is written. */
export const createCheckpoints = (
	folder: string,
	{
		memory,
		state,
		lock,
	}: {
		readonly memory: ArchiveMemory;
		readonly state: StateFile | undefined;
		readonly lock: Lock | undefined;
	},
): Checkpoints => {
	let nextAt = 0;
	let writing: Promise<void> | undefined;
	let failure: {readonly error: unknown} | undefined;

	const write = async () => {
		if (!state || !memory.dirty) {
			return;
		}

		const startedAt = Date.now();
		const check = () => lock?.check();
		try {
			check();
			memory.settle(); // What is recorded from now on is to be written next time.
			await state.write(memory.toPieces(new Date()), check);
		} catch (error) {
			memory.unsettle();
			throw toDiskError(error, folder);
		} finally {
			const took = Date.now() - startedAt;
			nextAt = Date.now() + Math.max(leastMs, took / mostShare);
		}
	};

	return {
		checkpoint() {
			if (failure) {
				const {error} = failure;
				failure = undefined;
				throw error;
			}

			if (writing || !memory.dirty || Date.now() < nextAt) {
				return;
			}

			writing = write()
				.catch((error: unknown) => {
					// Somebody looks at the state: the next checkpoint, or the end, writes it.
					if (!(isKnownError(error) && error.code === 'file-in-use')) {
						failure = {error};
					}
				})
				.finally(() => {
					writing = undefined;
				});
		},
		async finish() {
			await writing;
			await write();
		},
	};
};
