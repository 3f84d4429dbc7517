import type {ExportFormat} from '../domain/export-format.js';

/** An activity as the simulated service holds it, wherever it comes from. */
export type ServedActivity = {
	/** `labelId`. */
	readonly id: string;
	/** The list item, as the service sends it. */
	readonly item: Readonly<Record<string, unknown>>;
	/** The exports the service has. */
	readonly formats: readonly ExportFormat[];
	/** The bytes of an export; undefined where there is none. Same bytes each time. */
	file(format: ExportFormat): Uint8Array | undefined;
	/** `data` of the detail request. */
	detail(): Readonly<Record<string, unknown>>;
};
