import type {BackupEvent} from '../backup/event.js';
import type {Io} from './io.js';

/** Prints an event as one line of JSON. */
export const printJson = (io: Io, event: BackupEvent): void => io.out(`${JSON.stringify(event)}\n`);
