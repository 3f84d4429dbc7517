import {createHash} from 'node:crypto';
import {createInspector} from '../source/inspect/inspector.js';
import {toFit} from './first-backup/hour-activities.js';
import {judge, printTable} from './print-table.js';
import {median} from './statistics.js';

// What checking a FIT file costs on its way: structure and both checksums, and the hash for the state.

const pieceBytes = 64 * 1024;
const runs = 21;

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

const rows = [1, 10].map((hours) => {
	const bytes = toFit(1_777_615_200, hours * 3600);
	const check = time(() => {
		const inspector = createInspector('fit');
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
		`${hours} h`,
		(bytes.length / 1e6).toFixed(2),
		check.toFixed(1),
		hash.toFixed(1),
		(bytes.length / 1e3 / check).toFixed(0),
		hours === 10 ? `20 ms: ${judge(check < 20)}` : '',
	];
});
printTable(['FIT file', 'MB', 'check ms', 'hash ms', 'MB/s', 'aim'], rows);
