import {type ExportFormat, exportFormats} from '../../domain/export-format.js';

/** What is being asked in the export dialog. */
export type ExportChoice = {
	/** Ids, in the list's order; `everything` is a backup, which lists anew. */
	readonly target: 'everything' | readonly string[];
	/** Of those, how many the filter hides. */
	readonly hidden: number;
	readonly formats: ReadonlySet<ExportFormat>;
	/** Index into all formats. */
	readonly cursor: number;
};

/** The chosen formats in their usual order. */
export const chosenFormats = ({formats}: Pick<ExportChoice, 'formats'>): readonly ExportFormat[] =>
	exportFormats.filter((format) => formats.has(format));
