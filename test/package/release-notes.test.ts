import {spawnSync} from 'node:child_process';
import {cpSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {projectRoot} from '../helpers/consumer.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const changelog = `# Changelog

## Unreleased

- Add what comes.

## 1.2.0, 2026-12-01

- Add this.
- Fix that.

## 1.1.0

- Add the other.
`;

const run = (version: string, tag: string) => {
	const root = temporaryFolder();
	const script = 'scripts/release-notes.js';
	cpSync(path.join(projectRoot, script), path.join(root, script));
	writeFileSync(path.join(root, 'package.json'), JSON.stringify({type: 'module', version}));
	writeFileSync(path.join(root, 'CHANGELOG.md'), changelog);
	const {status, stdout, stderr} = spawnSync(process.execPath, [path.join(root, script), tag], {
		encoding: 'utf8',
	});
	return {status, stdout, stderr};
};

test('a release says what the changelog says of it, and no more', () => {
	expect(run('1.2.0', 'v1.2.0')).toEqual({
		status: 0,
		stdout: '- Add this.\n- Fix that.\n',
		stderr: '',
	});
	expect(run('1.1.0', 'v1.1.0').stdout).toBe('- Add the other.\n');
});

test.each([
	['1.2.0', 'v1.1.0', 'is not v1.2.0'],
	['1.2.0', '', 'is not v1.2.0'],
	['1.3.0', 'v1.3.0', 'says nothing of 1.3.0'],
	['1.2', 'v1.2', 'says nothing of 1.2'],
])('version %s under the tag %s is no release', (version, tag, message) => {
	const {status, stdout, stderr} = run(version, tag);
	expect({status, stdout}).toEqual({status: 1, stdout: ''});
	expect(stderr).toContain(message);
});
