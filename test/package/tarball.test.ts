import {execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, readFileSync, symlinkSync, unlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {checkPackage, createPackageFromTarballData} from '@arethetypeswrong/core';
import {publint} from 'publint';
import {expect, test} from 'vitest';
import {projectRoot} from '../helpers/consumer.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {npm} from './npm.js';

type Packed = {
	readonly filename: string;
	/** Bytes. */
	readonly size: number;
	readonly unpackedSize: number;
	readonly files: ReadonlyArray<{readonly path: string; readonly mode: number}>;
};

const parts = ['source', 'scripts', 'schema', 'package.json', 'tsconfig.json'];
const pages = ['README.md', 'CHANGELOG.md', 'LICENSE'];

/** Packs as a release does, from a copy: this folder's own `dist` may be running. */
const pack = (root: string): Packed & {readonly tarball: string} => {
	const project = path.join(root, 'a copy');
	mkdirSync(project);
	for (const part of [...parts, ...pages]) {
		cpSync(path.join(projectRoot, part), path.join(project, part), {recursive: true});
	}

	const link = path.join(project, 'node_modules');
	symlinkSync(path.join(projectRoot, 'node_modules'), link, 'junction');
	const output = npm('npm', ['pack', '--json'], {cwd: project, home: root});
	unlinkSync(link); // Later versions of Node look for files behind it as well.
	const [packed] = JSON.parse(output) as Packed[];
	return {...packed!, tarball: path.join(project, packed!.filename)};
};

const toBytes = (file: string): Uint8Array => new Uint8Array(readFileSync(file));

/** What of this library's nature is no fault: it is ES modules only, which Node's `require` takes. */
const isNature = ({kind}: {readonly kind: string}) => kind === 'CJSResolvesToESM';

test('the package is small, whole, well described, and works where it is installed', {
	timeout: 600_000,
}, async () => {
	const root = temporaryFolder();
	const packed = pack(root);
	const names = packed.files.map(({path: name}) => name);
	const outside = names.filter((name) => !name.startsWith('dist/')).sort();
	const extra = ['THIRD-PARTY-LICENSES.txt', 'package.json', 'schema/output.schema.json'];
	expect(outside).toEqual([...pages, ...extra].sort());
	expect(names).toEqual(expect.arrayContaining(['dist/cli.js', 'dist/types/index.d.ts']));
	expect(names.filter((name) => /\.map$|\.tsx?$(?<!\.d\.ts)/.test(name))).toEqual([]);
	expect(packed.size).toBeLessThan(600_000);
	expect(packed.unpackedSize).toBeLessThan(2_000_000);

	const user = path.join(root, 'a user’s project');
	mkdirSync(user);
	writeFileSync(path.join(user, 'package.json'), '{"private": true}\n');
	cpSync(packed.tarball, path.join(user, packed.filename));
	const at = {cwd: user, home: root};
	npm('npm', ['install', `./${packed.filename}`, '--ignore-scripts'], at);
	const installed = path.join(user, 'node_modules/coros-tui');
	const {messages, pkg} = await publint({pkgDir: installed, strict: true, pack: false});
	expect(messages.map(({code, path: at}) => `${code} ${at.join('.')}`)).toEqual([]);
	expect(pkg).not.toHaveProperty('dependencies');
	const scripts = Object.keys(pkg.scripts as object);
	expect(scripts.filter((name) => /install|^prepare$/.test(name))).toEqual([]);
	const types = await checkPackage(createPackageFromTarballData(toBytes(packed.tarball)));
	expect(types.types && types.problems.filter((problem) => !isNature(problem))).toEqual([]);

	const {version} = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
		version: string;
	};
	expect(npm('npx', ['coros-tui', '--version'], at).trim()).toBe(version);
	expect(npm('npx', ['coros-backup', '--help'], at)).toContain('--backup-dir');
	const list = npm('npx', ['coros-tui', '--demo', 'list', '--limit', '3', '--json'], at);
	expect(list.trim().split('\n')).toHaveLength(3);
	expect(JSON.parse(list.split('\n')[0]!)).toHaveProperty('sport');

	const run = (file: string, code: string) => {
		writeFileSync(path.join(user, file), code);
		return execFileSync(process.execPath, [file], {cwd: user, encoding: 'utf8'}).trim();
	};
	const use = 'console.log(version, checkFit(new Uint8Array(3)).ok, typeof connect);';
	const expected = `${version} false function`;
	expect(run('a.mjs', `import {version, checkFit, connect} from 'coros-tui'; ${use}`)).toBe(
		expected,
	);
	expect(run('b.cjs', `const {version, checkFit, connect} = require('coros-tui'); ${use}`)).toBe(
		expected,
	);

	const licenses = path.join(installed, 'THIRD-PARTY-LICENSES.txt');
	expect(readFileSync(licenses, 'utf8')).toMatch(/\nreact \d.+ \(MIT\)\n\nMIT License/);
});
