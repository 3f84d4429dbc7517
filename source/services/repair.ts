import {
	neverRepaired,
	type RepairEvent,
	type RepairOptions,
	repairArchive,
} from '../backup/repair.js';
import type {Archive} from '../disk/archive.js';
import {endingClosed} from './ending-closed.js';

/**
 * Repairs an archive and closes it; `repaired` comes when everything is written down. `prepare` is
 * called only where there is something to fetch.
 */
export async function* repair(
	open: () => Promise<Archive>,
	prepare: RepairOptions['prepare'],
	signal: AbortSignal,
): AsyncGenerator<RepairEvent> {
	yield* endingClosed(
		open,
		async (archive) => repairArchive({archive, signal, prepare}),
		(event) => event.type === 'repaired',
		(error) => neverRepaired(error, signal),
	);
}
