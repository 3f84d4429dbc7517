import {readdirSync, readFileSync} from 'node:fs';
import {isBuiltin} from 'node:module';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {init, parse} from 'es-module-lexer';
import {beforeAll, expect, inject, test} from 'vitest';
import {runProgram} from '../helpers/run-program.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const root = path.resolve(import.meta.dirname, '../..');

let takeBuiltins: (code: string) => Promise<string>;

beforeAll(async () => {
	await init;
	({takeBuiltins} = await import(pathToFileURL(path.join(root, 'scripts/builtins.js')).href));
});

test.each([
	['import a from"node:fs";a()', 'const a=process.getBuiltinModule("node:fs");a()'],
	['import*as a from "fs";', 'const a=process.getBuiltinModule("fs");'],
	[
		'import{open as a,Dir,read as $}from"node:fs/promises";',
		'const {open:a,Dir,read:$}=process.getBuiltinModule("node:fs/promises");',
	],
	[
		'import a, {\n\tb as c,\n} from "node:os";',
		'const a=process.getBuiltinModule("node:os"),{\n\tb:c,\n}=process.getBuiltinModule("node:os");',
	],
	[
		'import a,*as b from"node:os";',
		'const a=process.getBuiltinModule("node:os"),b=process.getBuiltinModule("node:os");',
	],
])('%s', async (code, expected) => {
	expect(await takeBuiltins(code)).toBe(expected);
});

test.each([
	'import{a}from"./chunk.js";import"./other.js";export{a};',
	'await import("node:zlib");',
	'const text=\'import a from "node:fs"\';//import b from "node:os"',
	'import{isBuiltin}from"fs-extra";',
])('leaves %s', async (code) => {
	expect(await takeBuiltins(code)).toBe(code);
});

test('refuses what it does not know', async () => {
	await expect(takeBuiltins('import "node:fs";')).rejects.toThrow('not known');
});

test('no file of the program imports one of Node’s own modules', () => {
	const program = inject('dist');
	const files = readdirSync(program).filter((name) => name.endsWith('.js'));
	expect(files.length).toBeGreaterThan(20);
	for (const file of files) {
		const [imports] = parse(readFileSync(path.join(program, file), 'utf8'));
		const own = imports.filter(({n, d}) => d === -1 && n !== undefined && isBuiltin(n));
		expect(own, file).toEqual([]);
	}
});

test('what asks COROS loads nothing of fetch', async () => {
	const simulator = await testSimulator([account()]);
	const report = `process.on('exit', () => process.stderr.write(String(process.moduleLoadList.filter((name) => name.includes('undici')))))`;
	const {code, stdout, stderr} = await runProgram(
		['list', '--base-url', simulator.baseUrl, '--config-dir', temporaryFolder()],
		{
			env: {
				COROS_TUI_EMAIL: ann.email,
				COROS_TUI_PASSWORD: ann.password,
				NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(report)}`,
			},
		},
	);
	expect({code, stderr}).toEqual({code: 0, stderr: ''});
	expect(stdout).not.toBe('');
});
