import type {RepairEvent} from '../backup/repair.js';
import type {Io} from './io.js';

/** Prints an event as one line of JSON. */
export const printJson = (io: Io, event: RepairEvent): void => io.out(`${JSON.stringify(event)}\n`);
