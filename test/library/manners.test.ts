import {spawn} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {expect, inject, onTestFinished, test} from 'vitest';
import {hasPosix, withEnvironment} from '../helpers/platform.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const library = () => pathToFileURL(path.join(inject('dist'), 'index.js')).href;

const start = (code: string) => {
	const folder = temporaryFolder();
	const file = path.join(folder, 'program.mjs');
	writeFileSync(file, code);
	const env = withEnvironment({HOME: folder});
	const child = spawn(process.execPath, [file], {cwd: folder, env});
	onTestFinished(() => void child.kill('SIGKILL'));
	let output = '';
	const lines = new Set<() => void>();
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		output += text;
		for (const listener of lines) {
			listener();
		}
	});
	const ended = new Promise<string>((resolve) => child.on('close', () => resolve(output)));
	const says = (text: string) =>
		new Promise<void>((resolve) => {
			lines.add(() => output.includes(text) && resolve());
			void ended.then(() => resolve());
		});
	return {child, ended, says};
};

test('importing the library changes nothing of the process', async () => {
	const {ended} = start(`
		const look = () => [
			process.eventNames().map((name) => [String(name), process.listenerCount(name)]),
			Object.keys(globalThis),
		];
		const before = look();
		await import(${JSON.stringify(library())});
		console.log(JSON.stringify({before, after: look()}));
	`);
	const {before, after} = JSON.parse(await ended) as {before: unknown; after: unknown};
	expect(after).toEqual(before);
});

test.runIf(hasPosix('a signal that the library’s user answers'))(
	'a user’s own answer to a signal is asked once',
	async () => {
		const {child, ended, says} = start(`
			await import(${JSON.stringify(library())});
			let times = 0;
			process.on('SIGINT', () => {
				times += 1;
				setImmediate(() => setImmediate(() => console.log('heard', times)));
			});
			process.on('SIGTERM', () => process.exit());
			setInterval(() => {}, 1000);
			console.log('ready');
		`);
		await says('ready');
		child.kill('SIGINT');
		await says('heard 1');
		child.kill('SIGTERM');
		expect(await ended).toBe('ready\nheard 1\n');
	},
);
