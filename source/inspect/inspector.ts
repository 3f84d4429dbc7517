import type {ExportFormat} from '../domain/export-format.js';
import {createFitCheck} from '../fit/check-fit.js';
import {createCsvCheck} from './csv-check.js';
import {createImpostorWatch} from './impostor.js';
import {createTextInspector} from './text-inspector.js';
import type {Inspector, Verdict} from './verdict.js';
import {createXmlCheck} from './xml-check.js';

export type {Inspector, Verdict} from './verdict.js';

const inspectors = {
	fit: createFitCheck,
	gpx: () => createTextInspector(createXmlCheck('gpx')),
	tcx: () => createTextInspector(createXmlCheck('tcx')),
	kml: () => createTextInspector(createXmlCheck('kml')),
	csv: () => createTextInspector(createCsvCheck()),
} as const satisfies Record<ExportFormat, () => Inspector>;

/**
 * Answers whether the bytes are a whole, genuine file of `format`. What is broken is refused; what
 * is merely sloppy is not, for COROS's own files break the schemas of their formats.
 */
export const createInspector = (format: ExportFormat): Inspector => {
	const impostor = createImpostorWatch(format);
	const inspector: Inspector = inspectors[format]();

	return {
		write(chunk) {
			impostor.write(chunk);
			inspector.write(chunk);
		},

		end(): Verdict {
			const reason = impostor.end();
			return reason === undefined ? inspector.end() : {ok: false, reason, impostor: true};
		},
	};
};
