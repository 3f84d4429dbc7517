import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import type {RelayoutEvent, RelayoutSummary} from '../../source/backup/relayout.js';
import {namePresets} from '../../source/domain/name-template.js';
import {archiveFolder, runOnce, testServices} from '../helpers/backup.js';
import {corosexportWouldFetch, corosLink, fillAs} from '../helpers/other-programs.js';
import {runProgram} from '../helpers/run-program.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {smallActivities, smallActivity} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {repairOnce, verifyOnce} from '../helpers/verify.js';

const byYear = namePresets['by-year'];
const named = '{year}/{sport}/{date} {name} {id}';
const formats = ['fit', 'tcx'] as const;

const listNames = (folder: string): string[] =>
	readdirSync(folder, {recursive: true, encoding: 'utf8'})
		.filter((name) => !path.basename(name).startsWith('.'))
		.filter((name) => statSync(path.join(folder, name)).isFile())
		.map((name) => name.split(path.sep).join('/'))
		.sort();

/** Three activities on both sides of a year's end. */
const start = Date.parse('2026-01-01T12:00:00Z') / 1000;
const three = [0, 1, 2].map((index) =>
	smallActivity(index, {start: start - index * 86_400, item: {sportType: 100 + 4 * index}}),
);
const [ids, days] = [three.map(({id}) => id), ['2026-01-01', '2025-12-31', '2025-12-30']];
const plain = ids.flatMap((id, index) =>
	['-metadata.json', '.fit', '.tcx'].map((end) => `${days[index]}_${id}${end}`),
);
const inYears = plain.map((name) => `${name.slice(0, 4)}/${name}`).sort();

const setUp = async (nameTemplate?: string) => {
	const simulator = await testSimulator([account({activities: [...three]})]);
	const setting = {simulator, root: temporaryFolder()};
	const folder = archiveFolder(setting);
	await runOnce(setting, {formats, nameTemplate});
	simulator.requests.length = 0;
	const relayout = async (template?: string, dryRun = false) => {
		const events: RelayoutEvent[] = [];
		const signal = new AbortController().signal;
		const request = {nameTemplate: template, dryRun};
		for await (const event of testServices(setting).relayout(request, signal)) {
			events.push(event);
		}

		return {events, end: events.at(-1) as RelayoutEvent & RelayoutSummary};
	};
	return {
		...setting,
		setting,
		folder,
		file: (name: string) => path.join(folder, name),
		names: () => listNames(folder),
		relayout,
		fetched: () => simulator.requests.filter(({host}) => host === 'file').length,
	};
};

const expectWhole = async ({setting, fetched}: Awaited<ReturnType<typeof setUp>>) => {
	expect((await runOnce(setting, {formats})).summary).toMatchObject({saved: 0, upToDate: 6});
	expect((await verifyOnce(setting)).end).toMatchObject({problems: 0, unknown: 0, setAside: 0});
	expect(fetched()).toBe(0);
};

describe('an archive with a layout of its own', () => {
	test('has folders by year, and is whole', async () => {
		const one = await setUp(byYear);
		expect(one.names()).toEqual(inYears);
		await expectWhole(one);
		expect(corosexportWouldFetch(one.folder, three)).toEqual([]);
	});

	test('keeps the layout, which its state remembers, and fetches what is gone into it', async () => {
		const {setting, names, file, fetched} = await setUp(byYear);
		rmSync(file('2025'), {recursive: true});
		await runOnce(setting, {formats});
		expect(fetched()).toBe(4);
		expect(names()).toEqual(inYears);
		const state = readFileSync(file('.corosexport_state.json'), 'utf8');
		expect(JSON.parse(state).coros_tui.name_template).toBe(byYear);
	});

	test('is found again without its state, and nothing is fetched', async () => {
		const one = await setUp(named);
		rmSync(one.file('.corosexport_state.json'));
		await expectWhole(one);
	});

	test('is repaired where it is', async () => {
		const {setting, names, file} = await setUp(named);
		const before = names();
		const bad = before.find((name) => name.endsWith('.fit'))!;
		const bytes = readFileSync(file(bad));
		writeFileSync(file(bad), bytes.subarray(0, bytes.length / 2));
		expect((await verifyOnce(setting)).problems).toMatchObject([{kind: 'damaged', file: bad}]);
		expect((await repairOnce(setting)).summary).toMatchObject({repaired: 1, remaining: 0});
		expect(readFileSync(file(bad))).toEqual(bytes);
		expect(names().filter((name) => !name.startsWith('damaged/'))).toEqual(before);
	});

	test('names only new files by it: those that are there keep their names', async () => {
		const {setting, names, file} = await setUp();
		rmSync(file(plain[1]!));
		rmSync(file('.corosexport_state.json'));
		await runOnce(setting, {formats, nameTemplate: byYear});
		const moved = plain[1]!;
		const rest = plain.filter((name) => name !== moved);
		expect(names()).toEqual([...rest, `2026/${moved}`].sort());
	});

	test('lies beside another archive in a folder of it, and the person’s own folders', async () => {
		const {setting, file} = await setUp(byYear);
		const other = file('sister');
		mkdirSync(file('routes/deep'), {recursive: true});
		writeFileSync(file('routes/deep/a.txt'), 'mine');
		mkdirSync(other);
		writeFileSync(path.join(other, '.corosexport_state.json'), '{}');
		writeFileSync(path.join(other, `2024-01-01_${ids[0]}0.fit`), 'another’s');
		writeFileSync(file('2025/notes.txt'), 'mine');
		writeFileSync(file(`2025/._${days[1]}_${ids[1]}.fit`), 'of macOS');
		writeFileSync(file(`2025/.${days[1]}_${ids[1]}.fit.0badcafe.part`), 'of a killed run');
		const {events, end} = await verifyOnce(setting);
		expect(end).toMatchObject({problems: 0, unknown: 3});
		const unknown = events.flatMap((event) => (event.type === 'unknown' ? [event.file] : []));
		expect(unknown.sort()).toEqual(['2025/notes.txt', 'routes', 'sister']);
		await runOnce(setting, {formats});
		expect(existsSync(file(`2025/.${days[1]}_${ids[1]}.fit.0badcafe.part`))).toBe(false);
		expect(existsSync(file('routes/deep/a.txt'))).toBe(true);
	});

	test('shows its names before it is made, and is made of no template that cannot be', async () => {
		const {simulator, root} = await setUp();
		const run = (...args: string[]) =>
			runProgram(['backup', '--format', 'fit', '--dry-run', ...args], {
				env: {
					HOME: root,
					COROS_TUI_BASE_URL: simulator.baseUrl,
					COROS_TUI_CONFIG_DIR: path.join(root, 'config'),
					COROS_TUI_BACKUP_DIR: path.join(root, 'new'),
					COROS_TUI_EMAIL: ann.email,
					COROS_TUI_PASSWORD: ann.password,
				},
			});
		const shown = await run('--name-template', '{year}/{date} {name} {id}');
		expect(shown.stdout.split('\n')[0]).toBe(`2026/2026-01-01 Run 0 ${ids[0]}.fit`);
		expect(existsSync(path.join(root, 'new'))).toBe(false);
		const wrong = await run('--name-template', '{date}');
		expect(wrong.code).toBe(2);
		expect(wrong.stderr).toContain('has to end in {id}');
		const word = await run('--name-template', 'by-moon');
		expect(word.code).toBe(2);
		expect(word.stderr).toContain('takes corosexport, by-year, goldencheetah or fields');
	});
});

describe('a relayout', () => {
	test('says what it would do, does it by renaming alone, and can be undone', async () => {
		const one = await setUp();
		const {names, relayout, file} = one;
		const inodes = () =>
			names()
				.map((name) => statSync(file(name)).ino)
				.sort();
		const before = inodes();
		const dry = await relayout(byYear, true);
		expect(dry.end).toMatchObject({moved: 9, kept: 0, dryRun: true});
		expect(names()).toEqual([...plain].sort());
		expect((await relayout(byYear)).end).toMatchObject({moved: 9, kept: 0, taken: 0, unknown: 0});
		expect(names()).toEqual(inYears);
		expect(inodes()).toEqual(before);
		await expectWhole(one);
		expect((await relayout()).end).toMatchObject({moved: 0, kept: 9});
		await relayout(named);
		expect(names()).toContain(`2025/hike/2025-12-31 Run 1 ${ids[1]}.fit`);
		await expectWhole(one);
		expect((await relayout('{date}_{id}')).end).toMatchObject({moved: 9});
		expect(names()).toEqual([...plain].sort());
		expect(existsSync(file('2025'))).toBe(false);
		await expectWhole(one);
	});

	test('needs neither network nor sign-in: metadata tells the names', async () => {
		const {names, relayout, simulator, root} = await setUp();
		await simulator.close();
		rmSync(path.join(root, 'config'), {recursive: true});
		expect((await relayout(named)).end).toMatchObject({moved: 9, unknown: 0});
		expect(names()).toContain(`2026/run/2026-01-01 Run 0 ${ids[0]}.tcx`);
	});

	test('never takes a name that something has', async () => {
		const {names, relayout, file} = await setUp();
		mkdirSync(file('2025'));
		writeFileSync(file(`2025/${plain[4]}`), 'in the way');
		const {end, events} = await relayout(byYear);
		expect(end).toMatchObject({moved: 8, taken: 1});
		expect(events).toContainEqual({type: 'taken', from: plain[4], to: `2025/${plain[4]}`});
		expect(readFileSync(file(`2025/${plain[4]}`), 'utf8')).toBe('in the way');
		expect(names()).toContain(plain[4]);
		rmSync(file(`2025/${plain[4]}`));
		expect((await relayout()).end).toMatchObject({moved: 1, kept: 8, taken: 0});
		expect(names()).toEqual(inYears);
	});

	test('leaves what too little is known of, and moves by its day what its name tells', async () => {
		const {names, relayout, folder, root} = await setUp();
		rmSync(folder, {recursive: true});
		rmSync(path.join(root, 'config'), {recursive: true});
		const activities = smallActivities(2);
		fillAs(corosLink, folder, activities);
		renameSync(
			path.join(folder, corosLink.fileName(activities[1]!, 'fit')),
			path.join(folder, `${activities[1]!.id}.fit`),
		);
		expect((await relayout('{date} {name} {id}')).end).toMatchObject({moved: 0, unknown: 2});
		expect((await relayout(byYear)).end).toMatchObject({moved: 1, unknown: 1});
		expect(names()).toEqual([
			`2026/2026-05-01_${activities[0]!.id}.fit`,
			`${activities[1]!.id}.fit`,
		]);
	});

	test('takes along what convert made, and leaves the person’s own', async () => {
		const {names, relayout, file} = await setUp();
		writeFileSync(file(`${days[0]}_${ids[0]}.samples.csv`), 'samples');
		writeFileSync(file('notes.txt'), 'mine');
		await relayout(byYear);
		expect(names()).toEqual(
			[...inYears, `2026/${days[0]}_${ids[0]}.samples.csv`, 'notes.txt'].sort(),
		);
	});

	test('is followed where the state did not come along, as after a power cut', async () => {
		const one = await setUp();
		const {relayout, file, names} = one;
		const state = readFileSync(file('.corosexport_state.json'));
		await relayout(byYear);
		writeFileSync(file('.corosexport_state.json'), state);
		expect((await verifyOnce(one.setting)).end).toMatchObject({problems: 0, unknown: 0});
		await expectWhole(one);
		expect(names()).toEqual(inYears);
	});

	test('the command shows each pair, and exits 3 where a file could not have its name', async () => {
		const {folder, file, root, names} = await setUp();
		const run = (...args: string[]) =>
			runProgram(['relayout', ...args], {
				env: {
					HOME: root,
					COROS_TUI_CONFIG_DIR: path.join(root, 'none'),
					COROS_TUI_BACKUP_DIR: folder,
				},
			});
		const dry = await run('--name-template', 'by-year', '--dry-run');
		expect(dry).toMatchObject({code: 0});
		expect(dry.stdout.trim().split('\n').sort()).toEqual(
			plain.map((name) => `${name} -> ${name.slice(0, 4)}/${name}`).sort(),
		);
		mkdirSync(file('2025'));
		writeFileSync(file(`2025/${plain[4]}`), 'in the way');
		const taken = await run('--name-template', 'by-year');
		expect(taken.code).toBe(3);
		expect(taken.stdout).toContain(', 1 file left, in');
		expect(taken.stderr).toContain('Move the files away that have these names');
		expect(taken.stderr).toContain(`left: ${plain[4]}: 2025/${plain[4]} is already there`);
		rmSync(file(`2025/${plain[4]}`));
		const rest = await run('--json');
		expect(rest.code).toBe(0);
		expect(JSON.parse(rest.stdout.trim().split('\n').at(-1)!)).toMatchObject({
			type: 'relaid',
			moved: 1,
			kept: 8,
		});
		expect(names()).toEqual(inYears);
	});
});
