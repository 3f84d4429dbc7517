import {mkdtempSync, realpathSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, onTestFinished} from 'vitest';
import {witnessFolder} from './witness.js';

/** Windows keeps what a process that is just ending has open a moment longer. */
export const removeFolder = (folder: string): void =>
	rmSync(folder, {recursive: true, force: true, maxRetries: 10, retryDelay: 50});

// By its real name: a program that is started in it knows no other. Behind a link on macOS, on Windows
// often a short form of a long one.
const makeFolder = (): string =>
	mkdtempSync(path.join(realpathSync.native(tmpdir()), 'coros-tui-'));

/** A folder of this test's own, removed when it ends. */
export const temporaryFolder = (): string => {
	const folder = makeFolder();
	onTestFinished(() => {
		try {
			witnessFolder(folder);
		} finally {
			removeFolder(folder);
		}
	});
	return folder;
};

/** A folder that the tests of a `describe` share, removed when they are over. */
export const suiteFolder = (): (() => string) => {
	let folder = '';
	beforeAll(() => {
		folder = makeFolder();
	});
	afterAll(() => {
		try {
			witnessFolder(folder);
		} finally {
			removeFolder(folder);
		}
	});
	return () => folder;
};
