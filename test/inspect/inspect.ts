import type {ExportFormat} from '../../source/domain/export-format.js';
import {createInspector, type Verdict} from '../../source/inspect/inspector.js';

/** The verdict on a file written in pieces that end at these indexes. */
export const inspect = (
	format: ExportFormat,
	file: string | Uint8Array,
	cuts: readonly number[] = [],
): Verdict => {
	const bytes = typeof file === 'string' ? Buffer.from(file) : file;
	const inspector = createInspector(format);
	const edges = [
		0,
		...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b),
		bytes.length,
	];
	for (const [index, edge] of edges.entries()) {
		if (index > 0) inspector.write(bytes.subarray(edges[index - 1], edge));
	}

	return inspector.end();
};
