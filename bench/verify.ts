import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {toActivity} from '../source/coros/to-activity.js';
import type {ArchiveEntries, FormatEntries} from '../source/disk/archive-entry.js';
import {toMetadataText} from '../source/disk/metadata.js';
import {toStateText} from '../source/disk/state-pieces.js';
import {exportFormats} from '../source/domain/export-format.js';
import {toFileName, toMetadataName} from '../source/domain/file-name.js';
import {smallActivity} from '../test/helpers/small-activity.js';
import {printTable} from './print-table.js';

// Time and memory of `verify` by the number of files: tiny ones, so that what is left is the cost of
// a file as such. The archive is written here, state and all, as a backup would leave it.

const cli = path.resolve('dist/cli.js');
const at = '2026-01-01T00:00:00.000Z';

const makeArchive = (folder: string, activities: number): void => {
	mkdirSync(folder, {recursive: true});
	const entries: ArchiveEntries = new Map();
	for (let index = 0; index < activities; index += 1) {
		// Minutes apart: a hundred thousand days would leave the calendar.
		const served = smallActivity(index, {start: 1_777_615_200 - index * 600});
		const activity = toActivity(served.item)!;
		const formats: FormatEntries = {};
		for (const format of exportFormats) {
			const bytes = served.file(format)!;
			const file = toFileName(activity, format);
			const sha256 = createHash('sha256').update(bytes).digest('hex');
			writeFileSync(path.join(folder, file), bytes);
			formats[format] = {kind: 'saved', file, size: bytes.byteLength, sha256, at};
		}

		writeFileSync(path.join(folder, toMetadataName(activity)), toMetadataText(activity));
		entries.set(activity.id, formats);
	}

	const account = {userId: '445823834382155776', region: 'eu'};
	const [lastSyncedId] = entries.keys();
	const none = {unlisted: new Map(), metadataPrints: new Map(), foreign: {}};
	const text = toStateText({account, entries, lastSyncedId, ...none}, new Date(at));
	writeFileSync(path.join(folder, '.corosexport_state.json'), text);
};

// Run inside the program, as it ends: its own peak, in kilobytes.
const tell = `process.on('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS));`;

const verify = (root: string, folder: string) =>
	new Promise<{code: number; seconds: number; peakMb: number; checked: number}>((resolve) => {
		const started = performance.now();
		const args = [
			`--import=data:text/javascript,${encodeURIComponent(tell)}`,
			cli,
			'verify',
			'--json',
			'--backup-dir',
			folder,
			'--config-dir',
			path.join(root, 'config'),
		];
		const options = {maxBuffer: 2 ** 28};
		execFile(process.execPath, args, options, (error, stdout, stderr) => {
			const last = JSON.parse(stdout.trim().split('\n').at(-1)!) as {checked: number};
			resolve({
				code: Number(error?.code ?? 0),
				seconds: (performance.now() - started) / 1000,
				peakMb: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024,
				checked: last.checked,
			});
		});
	});

const rows: string[][] = [];
for (const files of [5, 1000, 10_000, 100_000]) {
	const root = mkdtempSync(path.join(tmpdir(), 'coros-bench-'));
	const folder = path.join(root, 'archive');
	makeArchive(folder, files / 5);
	const {code, seconds, peakMb, checked} = await verify(root, folder);
	rows.push([
		String(files),
		String(checked),
		String(code),
		seconds.toFixed(1),
		(checked / seconds).toFixed(0),
		peakMb.toFixed(0),
	]);
	rmSync(root, {recursive: true});
}

printTable(['exports', 'files read', 'exit', 'seconds', 'files/s', 'peak MB'], rows);
