import {execFile, spawnSync} from 'node:child_process';
import {mkdtempSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import {createFitWriter, type Field, fitPart} from '../test/fit/build-fit.js';
import {median} from './statistics.js';

// Conversions of one long FIT file by the built program, whole process: time, output a second and the
// most memory it held; beside gpsbabel on the same file, where it is installed and has the format.

const run = promisify(execFile);
const cli = path.resolve('dist/cli.js');
const rounds = 3;
const start = 1_163_920_500;

const layout = [
	[253, 'u32', 0],
	[0, 's32', 0],
	[1, 's32', 0],
	[5, 'u32', 0],
	[2, 'u16', 0],
	[6, 'u16', 0],
	[7, 'u16', 0],
	[3, 'u8', 0],
	[4, 'u8', 0],
] as const satisfies readonly Field[];

const recordBytes = 25;

/** So many hours at a record a second, with everything a watch and its sensors write. */
const makeFit = (hours: number): Uint8Array => {
	const count = hours * 3600;
	const head = createFitWriter().message(0, [
		[0, 'enum', 4],
		[1, 'u16', 294],
		[8, 'text', 'COROS PACE 3'],
	]);
	head.define(0, 20, layout);
	const tail = createFitWriter().message(18, [
		[253, 'u32', start + count - 1],
		[2, 'u32', start],
		[5, 'enum', 1],
	]);
	const records = new DataView(new ArrayBuffer(count * recordBytes));
	for (let second = 0; second < count; second += 1) {
		const at = second * recordBytes + 1; // A header byte of 0: local type 0.
		records.setUint32(at, start + second, true);
		records.setInt32(at + 4, 573_000_000 + second * 120 + (second % 7), true);
		records.setInt32(at + 8, 137_000_000 - second * 90, true);
		records.setUint32(at + 12, second * 300, true);
		records.setUint16(at + 16, (500 + 600 + (second % 900)) * 5, true);
		records.setUint16(at + 18, 2500 + (second % 900), true);
		records.setUint16(at + 20, 200 + (second % 90), true);
		records.setUint8(at + 22, 120 + (second % 50));
		records.setUint8(at + 23, 80 + (second % 10));
	}

	const body = new Uint8Array(records.buffer);
	const all = new Uint8Array(head.records.length + body.length + tail.records.length);
	all.set(head.records);
	all.set(body, head.records.length);
	all.set(tail.records, head.records.length + body.length);
	return fitPart(all);
};

// The program tells at its end what it took: on a busy machine its own seconds say more than the clock's.
const tell = `process.on('exit',()=>{const{user,system}=process.cpuUsage();process.stderr.write(user+system+','+process.resourceUsage().maxRSS)})`;
const tellFigures = `--import=data:text/javascript,${encodeURIComponent(tell)}`;

const gpsbabelFormats: Readonly<Record<string, string>> = {
	gpx: 'gpx,garminextensions=1',
	tcx: 'gtrnctr,course=0',
	kml: 'kml',
};
const hasGpsbabel = spawnSync('gpsbabel', ['-V']).error === undefined;

const timeOf = async (work: () => unknown): Promise<number> => {
	const times: number[] = [];
	for (let round = 0; round < rounds; round += 1) {
		const begun = performance.now();
		await work();
		times.push((performance.now() - begun) / 1000);
	}

	return median(times);
};

const cell = (text: string | number, width: number) => String(text).padStart(width);

const root = mkdtempSync(path.join(tmpdir(), 'coros-bench-'));
console.log(`Conversion of one file, whole process, median of ${rounds}`);
console.log(' hours  FIT MB  format  seconds   CPU s  out MB  MB/s  peak MB  gpsbabel s');
try {
	for (const hours of [1, 10, 100]) {
		const fit = path.join(root, `${hours}.fit`);
		writeFileSync(fit, makeFit(hours));
		for (const format of ['gpx', 'tcx', 'kml', 'csv', 'all']) {
			const out = path.join(root, 'out');
			let peak = 0;
			const own: number[] = [];
			const args = ['convert', fit, '--to', format, '--overwrite', '--quiet', '--output', out];
			const seconds = await timeOf(async () => {
				rmSync(out, {recursive: true, force: true});
				const env = {...process.env, NODE_OPTIONS: tellFigures};
				const config = ['--config-dir', path.join(root, 'config')];
				const {stderr} = await run(process.execPath, [cli, ...args, ...config], {env});
				const [cpu = 0, memory = 0] = stderr.split(',').map(Number);
				own.push(cpu / 1e6);
				peak = Math.max(peak, memory / 1000);
			});
			const bytes = readdirSync(out).reduce(
				(sum, name) => sum + statSync(path.join(out, name)).size,
				0,
			);
			const theirs = gpsbabelFormats[format];
			const other =
				hasGpsbabel && theirs !== undefined
					? await timeOf(() =>
							run('gpsbabel', [
								...['-t', '-i', 'garmin_fit', '-f', fit],
								...['-o', theirs, '-F', path.join(root, 'theirs')],
							]),
						)
					: undefined;
			console.log(
				[
					cell(hours, 6),
					cell((statSync(fit).size / 1e6).toFixed(1), 7),
					cell(format, 7),
					cell(seconds.toFixed(2), 8),
					cell(median(own).toFixed(2), 7),
					cell((bytes / 1e6).toFixed(1), 7),
					cell(Math.round(bytes / 1e6 / median(own)), 5),
					cell(Math.round(peak), 8),
					cell(other?.toFixed(2) ?? '-', 11),
				].join(' '),
			);
		}
	}
} finally {
	rmSync(root, {recursive: true});
}
