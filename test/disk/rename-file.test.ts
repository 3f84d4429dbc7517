import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {open} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {renameFile, renameFileNow} from '../../source/disk/rename-file.js';
import {toTemporaryName} from '../../source/domain/file-name.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const ways = [
	['renameFile', renameFile],
	['renameFileNow', async (...args: Parameters<typeof renameFileNow>) => renameFileNow(...args)],
] as const;

const soon = {patienceMs: 30} as const;

describe.each(ways)('%s', (_, rename) => {
	test('gives a file another name, also one that is taken', async () => {
		const folder = temporaryFolder();
		const [from, to] = [path.join(folder, 'from'), path.join(folder, 'to')];
		writeFileSync(from, 'new');
		writeFileSync(to, 'old');
		await rename(from, to);
		expect(readdirSync(folder)).toEqual(['to']);
		expect(readFileSync(to, 'utf8')).toBe('new');
	});

	test('says at once what no waiting helps', async () => {
		const folder = temporaryFolder();
		const from = path.join(folder, 'from');
		await expect(rename(from, path.join(folder, 'to'))).rejects.toMatchObject({code: 'ENOENT'});
	});

	// Linux answers so where a name ends in a dot.
	test.runIf(process.platform === 'linux')('names the file that is busy for good', async () => {
		const folder = temporaryFolder();
		const busy = path.join(folder, 'busy');
		mkdirSync(busy);
		const own = path.join(folder, '2025-01-10_1.fit');
		writeFileSync(own, '');
		await expect(rename(own, `${busy}/.`, soon)).rejects.toMatchObject({
			code: 'file-in-use',
			message: expect.stringContaining(`: ${own}`),
			exitCode: 1,
		});
		// A name that only this program knows would tell nobody anything.
		const temporary = path.join(folder, toTemporaryName('2025-01-10_1.fit'));
		writeFileSync(temporary, '');
		await expect(rename(temporary, `${busy}/.`, soon)).rejects.toMatchObject({
			code: 'file-in-use',
			message: expect.stringContaining(`: ${busy}`),
		});
	});

	// Nothing in /proc can be renamed: EPERM or EACCES.
	test.runIf(process.platform === 'linux')(
		'takes what Windows says of an open file for that, where the file may be replaced',
		async () => {
			const windows = {...soon, platform: 'win32'} as const;
			const writable = ['/proc/self/status', '/proc/self/comm'] as const;
			const readOnly = ['/proc/self/status', '/proc/self/stat'] as const;
			const refused = {code: expect.stringMatching(/^(?:EPERM|EACCES)$/)};
			await expect(rename(...writable, windows)).rejects.toMatchObject({code: 'file-in-use'});
			await expect(rename(...readOnly, windows)).rejects.toMatchObject(refused);
			await expect(rename(...writable, {...soon, platform: 'linux'})).rejects.toMatchObject(
				refused,
			);
		},
	);
});

test('a file is replaced as soon as nobody has it open any more', async () => {
	const folder = temporaryFolder();
	const [from, to] = [path.join(folder, 'from'), path.join(folder, 'to')];
	writeFileSync(from, 'new');
	writeFileSync(to, 'old');
	const handle = await open(to);
	const renaming = renameFile(from, to);
	await new Promise((resolve) => setImmediate(resolve));
	await handle.close();
	await renaming;
	expect(readFileSync(to, 'utf8')).toBe('new');
});

// Elsewhere an open file is no obstacle.
test.runIf(process.platform === 'win32')('an open file is named', async () => {
	const folder = temporaryFolder();
	const [from, to] = [path.join(folder, 'from'), path.join(folder, 'to')];
	writeFileSync(from, 'new');
	writeFileSync(to, 'old');
	const handle = await open(to);
	try {
		// Of a Node that asks Windows to replace it all the same, which it does.
		const result = await renameFile(from, to, soon).then(
			() => 'replaced',
			(error: unknown) => error,
		);
		if (result !== 'replaced') {
			expect(result).toMatchObject({code: 'file-in-use'});
		}
	} finally {
		await handle.close();
	}
});
