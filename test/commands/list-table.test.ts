import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, inject, test} from 'vitest';
import {fitColumns} from '../../source/commands/fit-columns.js';
import {cellWidth} from '../../source/text/cells.js';
import {signedInEnv} from '../helpers/app.js';
import {runProgram} from '../helpers/run-program.js';
import {account, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {openTerminal} from '../helpers/terminal.js';

const column = (wanted: number, least: number, rank: number) => ({wanted, least, rank});

describe('columns', () => {
	const id = column(18, 18, 0);
	const name = column(40, 10, 1);
	const time = column(8, 8, 2);
	const widths = (width: number) => [...fitColumns([id, time, name], width).values()];

	test('have what they want where there is room, and keep their order', () => {
		expect(widths(200)).toEqual([18, 8, 40]);
		expect([...fitColumns([id, time, name], 200).keys()]).toEqual([id, time, name]);
	});

	test('become narrower first, and go when they would say nothing, the least important first', () => {
		expect(widths(40)).toEqual([18, 8, 10]);
		expect(widths(39)).toEqual([18, 19]);
		expect(widths(30)).toEqual([18, 10]);
		expect(widths(29)).toEqual([18]);
		expect(widths(5)).toEqual([18]);
	});
});

const names = [
	'晨跑 西湖环线 和朋友们一起 慢慢地 跑了很久 直到天黑 才回家 吃饭',
	'👩‍👩‍👧‍👦 family run 🏃‍♀️ and everybody we know from the whole neighbourhood',
	'x'.repeat(300),
	'tab\tand\r\nline',
	'',
];

const setUp = async () => {
	const activities = smallActivities(names.length).map((activity, index) => ({
		...activity,
		item: {...activity.item, name: names[index], ...(index === 1 && {sportType: 402})},
	}));
	const simulator = await testSimulator([account({activities})]);
	const root = temporaryFolder();
	const env = signedInEnv(simulator.baseUrl, root);
	const saved = await runProgram(['backup', '--quiet', '--format', 'fit', '--limit', '1'], {env});
	expect(saved.code).toBe(0);
	return {env, ids: activities.map(({id}) => id)};
};

describe('list', () => {
	test.each([
		[60, 'ID DATE KM NAME'],
		[80, 'ID DATE SPORT KM TIME NAME SAVED'],
		[94, 'ID DATE START SPORT KM TIME NAME SAVED'],
		[120, 'ID DATE START SPORT KM TIME NAME SAVED'],
		[200, 'ID DATE START SPORT KM TIME NAME SAVED'],
	])('fits a terminal of %i columns', async (columns, titles) => {
		const {env, ids} = await setUp();
		const terminal = openTerminal(['list'], {columns, env});
		expect(await terminal.exit).toMatchObject({code: 0});
		const [head, ...lines] = terminal.screen().trimEnd().split('\n');
		expect(head?.split(/ +/).join(' ')).toBe(titles);
		expect(lines.map((line) => line.slice(0, 18))).toEqual(ids);
		expect(lines[0]).toContain('晨跑 西湖环线');
		expect(lines[2]).toMatch(/x{11,58}…/);
		expect(lines[4]).toContain('(no name)');
		for (const line of lines) {
			expect(cellWidth(line)).toBeLessThanOrEqual(columns);
		}
	});

	test('has columns of fixed width in a pipe, for whoever cuts it by them', async () => {
		const {env} = await setUp();
		const {stdout} = await runProgram(['list'], {env});
		const lines = stdout.split('\n');
		expect(lines[0]).toBe(
			'ID                  DATE        START  SPORT                 KM       TIME  NAME              SAVED',
		);
		expect(lines[3]).toBe(
			'476018273647000006  2026-04-29  07:00  Run                 4.00      19:50  xxxxxxxxxxxxxxx…',
		);
		expect(lines[1]).toMatch(/ {2}fit$/);
	});

	test.skipIf(process.platform === 'win32')(
		'is as wide when only its errors go to a terminal',
		async () => {
			const {env} = await setUp();
			const {stdout} = await runProgram(['list'], {env});
			const folder = temporaryFolder();
			const program = `"$@" | tee "${path.join(folder, 'piped')}"; echo done`;
			const words = [process.execPath, path.join(inject('dist'), 'cli.js'), 'list'];
			const terminal = openTerminal([], {
				columns: 200,
				env,
				command: ['sh', '-c', program, 'sh', ...words],
			});
			await terminal.until(/^done$/m);
			expect(readFileSync(path.join(folder, 'piped'), 'utf8')).toBe(stdout);
		},
	);
});
