import {type ExportFormat, exportFormats} from '../../domain/export-format.js';
import type {EntryOf} from '../../services/services.js';

const letters = {fit: 'F', tcx: 'T', gpx: 'G', kml: 'K', csv: 'C'} as const satisfies Record<
	ExportFormat,
	string
>;

/** Every format at once: its letter where it is on disk, a dot where not, `-` where COROS has none. */
export const diskLetters = (id: string, entryOf: EntryOf | undefined): string =>
	exportFormats
		.map((format) => {
			switch (entryOf?.(id, format)?.kind) {
				case 'saved':
					return letters[format];
				case 'unavailable':
					return '-';
				default:
					return '.';
			}
		})
		.join('');
