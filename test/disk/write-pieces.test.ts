import {readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {writePieces} from '../../source/disk/write-pieces.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const options = {overwrite: false, time: 1_777_615_200, signal: new AbortController().signal};

test('a file has its name when it is whole, and the time of what it holds', async () => {
	const folder = temporaryFolder();
	const file = path.join(folder, 'a.gpx');
	function* pieces() {
		yield 'one ';
		// Nothing of that name is there before the last piece.
		expect(readdirSync(folder)).toEqual([expect.stringMatching(/^\.a\.gpx\..+\.part$/)]);
		yield 'zwö';
	}

	expect(await writePieces(file, pieces(), options)).toBe(8);
	expect(readFileSync(file, 'utf8')).toBe('one zwö');
	expect(statSync(file).mtimeMs).toBe(options.time * 1000);
	expect(readdirSync(folder)).toEqual(['a.gpx']);
});

test('what is there stays, even if it came while the new one was written', async () => {
	const folder = temporaryFolder();
	const file = path.join(folder, 'a.gpx');
	function* pieces() {
		yield 'new';
		writeFileSync(file, 'mine');
	}

	expect(await writePieces(file, pieces(), options)).toBeUndefined();
	expect(readFileSync(file, 'utf8')).toBe('mine');
	expect(readdirSync(folder)).toEqual(['a.gpx']);
	expect(await writePieces(file, ['new'], {...options, overwrite: true})).toBe(3);
	expect(readFileSync(file, 'utf8')).toBe('new');
});

test('nothing is left of a file that fails or is given up halfway', async () => {
	const folder = temporaryFolder();
	const file = path.join(folder, 'a.gpx');
	const stop = new AbortController();
	function* stopped() {
		yield 'one';
		stop.abort();
		yield 'two';
	}

	function* broken() {
		yield 'one';
		throw new Error('boom');
	}

	const signal = stop.signal;
	await expect(writePieces(file, stopped(), {...options, signal})).rejects.toMatchObject({
		name: 'AbortError',
	});
	await expect(writePieces(file, broken(), options)).rejects.toThrow('boom');
	expect(readdirSync(folder)).toEqual([]);
});

test('a folder that is not there has a sentence', async () => {
	const file = path.join(temporaryFolder(), 'none', 'a.gpx');
	await expect(writePieces(file, ['x'], options)).rejects.toMatchObject({code: 'disk-error'});
});
