import type {ExportFormat} from '../domain/export-format.js';

/** A hand on the transfers under way: one can be given up while the others go on. */
export type TransferControl = {
	/** Gives up a transfer; one that has not begun, or is over, is left alone. */
	cancel(id: string, format: ExportFormat): void;
	/** For the engine: a signal that ends with the run or with this transfer alone. */
	enter(id: string, format: ExportFormat, run: AbortSignal): AbortSignal;
	leave(id: string, format: ExportFormat): void;
};

type Entry = {readonly controller: AbortController; readonly release: () => void};

/** Creates a control for one run. */
export const createTransferControl = (): TransferControl => {
	const entries = new Map<string, Entry>();
	const key = (id: string, format: ExportFormat) => `${id}.${format}`;
	return {
		cancel(id, format) {
			entries.get(key(id, format))?.controller.abort();
		},
		enter(id, format, run) {
			const controller = new AbortController();
			const stop = () => controller.abort(run.reason);
			run.addEventListener('abort', stop, {once: true});
			if (run.aborted) {
				stop();
			}

			const release = () => run.removeEventListener('abort', stop);
			entries.set(key(id, format), {controller, release});
			return controller.signal;
		},
		leave(id, format) {
			entries.get(key(id, format))?.release();
			entries.delete(key(id, format));
		},
	};
};
