import {createHash} from 'node:crypto';
import {converters} from '../source/convert/formats.js';
import type {ExportFormat} from '../source/domain/export-format.js';
import {decodeFit} from '../source/fit/decode-fit.js';
import {createInspector} from '../source/inspect/inspector.js';
import {toFit} from './first-backup/hour-activities.js';
import {judge, printTable} from './print-table.js';
import {median} from './statistics.js';

// What checking a file costs on its way: its structure, FIT's checksums, and the hash for the state.

const pieceBytes = 64 * 1024;
const runs = 21;
const start = 1_777_615_200;

const inPieces = (bytes: Uint8Array, take: (piece: Uint8Array) => void) => {
	for (let at = 0; at < bytes.length; at += pieceBytes) {
		take(bytes.subarray(at, at + pieceBytes));
	}
};

const time = (work: () => void): number => {
	const values: number[] = [];
	for (let run = 0; run < runs; run += 1) {
		const startedAt = performance.now();
		work();
		values.push(performance.now() - startedAt);
	}

	return median(values);
};

const measure = (format: ExportFormat, hours: number, bytes: Uint8Array): string[] => {
	const check = time(() => {
		const inspector = createInspector(format);
		inPieces(bytes, (piece) => inspector.write(piece));
		if (!inspector.end().ok) {
			throw new Error('a whole file was found damaged');
		}
	});
	const hash = time(() => {
		const sha256 = createHash('sha256');
		inPieces(bytes, (piece) => sha256.update(piece));
		sha256.digest();
	});
	return [
		`${format}, ${hours} h`,
		(bytes.length / 1e6).toFixed(2),
		check.toFixed(1),
		hash.toFixed(1),
		(bytes.length / 1e3 / check).toFixed(0),
		format === 'fit' && hours === 10 ? `20 ms: ${judge(check < 20)}` : '',
	];
};

const toBytes = (pieces: Iterable<string>) => new TextEncoder().encode([...pieces].join(''));

const ten = toFit(start, 10 * 3600);
const activity = decodeFit(ten);
const texts = (['tcx', 'gpx', 'kml'] as const).map((format) =>
	measure(format, 10, toBytes(converters[format](activity))),
);
printTable(
	['file', 'MB', 'check ms', 'hash ms', 'MB/s', 'aim'],
	[measure('fit', 1, toFit(start, 3600)), measure('fit', 10, ten), ...texts],
);
