import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, onTestFinished} from 'vitest';
import {witnessFolder} from './witness.js';

/** A folder of this test's own, removed when it ends. */
export const temporaryFolder = (): string => {
	const folder = mkdtempSync(path.join(tmpdir(), 'coros-tui-'));
	onTestFinished(() => {
		try {
			witnessFolder(folder);
		} finally {
			rmSync(folder, {recursive: true, force: true});
		}
	});
	return folder;
};

/** A folder that the tests of a `describe` share, removed when they are over. */
export const suiteFolder = (): (() => string) => {
	let folder = '';
	beforeAll(() => {
		folder = mkdtempSync(path.join(tmpdir(), 'coros-tui-'));
	});
	afterAll(() => {
		try {
			witnessFolder(folder);
		} finally {
			rmSync(folder, {recursive: true, force: true});
		}
	});
	return () => folder;
};
