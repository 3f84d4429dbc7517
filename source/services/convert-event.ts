import type {ConvertFormat} from '../convert/convert-format.js';
import type {ErrorReport} from '../domain/known-error.js';

/** How a conversion ended. Counts are files made from FIT files, but `found`, which is FIT files. */
export type ConvertSummary = {
	readonly found: number;
	/** Made; with `dryRun`, those that would be. */
	readonly converted: number;
	/** There already and left alone. */
	readonly upToDate: number;
	/** GPX and KML of activities without a route: no failure. */
	readonly unavailable: number;
	/** FIT files of which only a part could be read. */
	readonly damaged: number;
	/** FIT files, or what was taken for one, of which nothing could be made. */
	readonly failed: number;
	/** Bytes written. */
	readonly bytes: number;
	readonly durationMs: number;
	readonly dryRun: boolean;
	/** Somebody asked to stop. */
	readonly cancelled: boolean;
	/** What ended the run before its time. */
	readonly error?: ErrorReport;
};

/** One file to make from a FIT file. */
export type Conversion = {
	/** The FIT file's path. */
	readonly source: string;
	readonly format: ConvertFormat;
	/** The path of the file to make. */
	readonly file: string;
};

/**
 * What happens while FIT files are converted, in order, ending with exactly one `finished`. Plain
 * JSON: `--json` prints each as a line.
 */
export type ConvertEvent =
	| {
			readonly type: 'planned';
			/** FIT files. */
			readonly found: number;
			readonly formats: readonly ConvertFormat[];
			readonly dryRun: boolean;
	  }
	/** A FIT file is about to be read. */
	| {readonly type: 'reading'; readonly source: string; readonly done: number; readonly of: number}
	/** Only a part of a FIT file could be read; what there was is converted. */
	| {
			readonly type: 'damaged';
			readonly source: string;
			/** Where it breaks, a short phrase. */
			readonly reason: string;
			/** Records that could be read. */
			readonly records: number;
	  }
	/** Made, or with `dryRun` foretold: `bytes` is missing then. */
	| ({readonly type: 'converted'; readonly bytes?: number} & Conversion)
	| ({readonly type: 'up-to-date'} & Conversion)
	| ({readonly type: 'unavailable'; readonly error: ErrorReport} & Conversion)
	| {
			readonly type: 'failed';
			/** The FIT file, or what was given in place of one. */
			readonly source: string;
			readonly error: ErrorReport;
	  }
	| ({readonly type: 'finished'} & ConvertSummary);
