import {existsSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {openLogFile} from '../../source/disk/log-file.js';
import {hasPosix} from '../helpers/platform.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const hasModes = hasPosix('the mode of a log');

const plain = (text: string) => text;

test('is made with its folder, for nobody else to read, and goes on where it was', () => {
	const folder = path.join(temporaryFolder(), 'logs');
	for (const line of ['one', 'two\n  at three']) {
		const log = openLogFile(folder, plain);
		log.write(line);
		log.close();
	}

	const file = path.join(folder, 'coros-tui.log');
	if (hasModes) {
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(statSync(folder).mode & 0o777).toBe(0o700);
	}

	const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
	expect(lines.map((line) => line.replace(/^\d{4}-\d\d-\d\dT[\d:.]+Z /, ''))).toEqual([
		'one',
		'two',
		'at three',
	]);
});

test('stays small: three files, the oldest goes first, and every line is whole', () => {
	const folder = temporaryFolder();
	const log = openLogFile(folder, plain, 1000);
	for (let line = 1; line <= 500; line += 1) {
		log.write(`line ${line}`);
	}

	log.close();
	const names = readdirSync(folder).sort();
	expect(names).toEqual(['coros-tui.log', 'coros-tui.log.1', 'coros-tui.log.2']);
	for (const name of names) {
		expect(statSync(path.join(folder, name)).size).toBeLessThanOrEqual(1000);
		if (hasModes) {
			expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
		}
	}

	const numbers = ['coros-tui.log.2', 'coros-tui.log.1', 'coros-tui.log']
		.flatMap((name) => readFileSync(path.join(folder, name), 'utf8').trimEnd().split('\n'))
		.map((line) => Number(/ line (\d+)$/.exec(line)?.[1]));
	expect(numbers.at(-1)).toBe(500);
	expect(numbers).toEqual(numbers.map((_, index) => 500 - numbers.length + 1 + index));
});

test('is redacted, and holds no control characters', () => {
	const folder = temporaryFolder();
	const log = openLogFile(folder, (text) => text.replace('secret', '…'));
	log.write('a secret \u001B[2J name');
	log.close();
	expect(readFileSync(log.path, 'utf8')).toMatch(/Z a … {2}name\n$/);
});

test.runIf(hasPosix('removing a log that is open'))(
	'that can no longer be written costs nothing',
	() => {
		const folder = path.join(temporaryFolder(), 'logs');
		const log = openLogFile(folder, plain, 10);
		log.write('first line');
		rmSync(folder, {recursive: true});
		log.write('second line');
		log.write('third line');
		expect(existsSync(folder)).toBe(false);
	},
);
