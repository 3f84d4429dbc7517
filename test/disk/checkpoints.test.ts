import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {openArchive} from '../../source/disk/archive.js';
import type {ArchiveMemory} from '../../source/disk/archive-memory.js';
import {createCheckpoints} from '../../source/disk/checkpoints.js';
import type {StateFile} from '../../source/disk/state-file.js';
import {KnownError} from '../../source/domain/known-error.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const stateName = '.corosexport_state.json';
const none = {kind: 'unavailable', reason: 'none', at: '2026-01-01T00:00:00.000Z'} as const;

/** So many that their state is being written for a while. */
const ids = Array.from({length: 20_000}, (_, index) =>
	String(480_000_000_000_000_000n + BigInt(index)),
);

test('an archive is closed when a state that is being written has its name, not before', async () => {
	const folder = temporaryFolder();
	const archive = await openArchive(folder);
	archive.claim({userId: '445823834382155776', region: 'eu'});
	for (const id of ids) {
		archive.note(id, 'gpx', none);
	}

	archive.checkpoint();
	await archive.close();
	expect(readdirSync(folder)).toEqual([stateName]);
	const {coros_tui: ours} = JSON.parse(readFileSync(path.join(folder, stateName), 'utf8'));
	expect(Object.keys(ours.activities)).toHaveLength(ids.length);
});

test.each([
	['that somebody looks at is written later', 'file-in-use', []],
	['that the disk has no room for ends the run', 'disk-full', ['disk-full']],
] as const)('a state %s', async (_, code, thrown) => {
	const troubles = [new KnownError(code)];
	const state: Pick<StateFile, 'write'> = {
		async write() {
			const trouble = troubles.pop();
			if (trouble) {
				throw trouble;
			}
		},
	};
	const memory = {dirty: true, settle() {}, unsettle() {}, toPieces: () => []};
	const {checkpoint, finish} = createCheckpoints('a folder', {
		memory: memory as unknown as ArchiveMemory,
		state: state as StateFile,
		lock: undefined,
	});
	checkpoint();
	await finish();
	const met: unknown[] = [];
	try {
		checkpoint();
	} catch (error) {
		met.push((error as KnownError).code);
	}

	expect(met).toEqual(thrown);
	expect(troubles).toEqual([]);
});
