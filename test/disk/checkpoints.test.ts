import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {openArchive} from '../../source/disk/archive.js';
import {toFilePrint} from '../../source/disk/file-print.js';
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

test('a state that somebody else wrote in the meantime is not taken for the one written here', async () => {
	const folder = temporaryFolder();
	const file = path.join(folder, stateName);
	const archive = await openArchive(folder);
	archive.claim({userId: '445823834382155776', region: 'eu'});
	archive.note(ids[0]!, 'gpx', none);
	await archive.write();
	expect(archive.statePrint()).toBe(toFilePrint(file));
	writeFileSync(file, '{}');
	expect(archive.statePrint()).not.toBe(toFilePrint(file));
	await archive.close();
});
