import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {version} from '../../source/domain/version.js';

test('the version is the package’s', () => {
	const file = path.resolve(import.meta.dirname, '../../package.json');
	const manifest = JSON.parse(readFileSync(file, 'utf8')) as {version: string};
	expect(version).toBe(manifest.version);
});
