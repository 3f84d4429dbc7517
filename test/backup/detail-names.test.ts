import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {parseDetailName} from '../../source/domain/file-name.js';
import {
	namePresets,
	templateFault,
	toTemplateDetailName,
	toTemplateName,
} from '../../source/domain/name-template.js';
import {archiveFolder, runOnce} from '../helpers/backup.js';
import {readEvents, runProgram} from '../helpers/run-program.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {smallActivity} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {verifyOnce} from '../helpers/verify.js';

const named = '{year}/{sport}/{date} {name} {id}';
const start = Date.parse('2026-01-01T12:00:00Z') / 1000;
const two = [0, 1].map((index) => smallActivity(index, {start: start - index * 86_400}));
const [first, second] = two.map(({id}) => id);
const days = ['2026-01-01', '2025-12-31'];
const ends = ['-detail.json', '-metadata.json', '.fit'];
const plain = two.flatMap(({id}, index) => ends.map((end) => `${days[index]}_${id}${end}`)).sort();
const inYears = plain.map((name) => `${name.slice(0, 4)}/${name}`);
const inNamed = two
	.flatMap(({id}, index) =>
		ends.map((end) => `${days[index]!.slice(0, 4)}/run/${days[index]} Run ${index} ${id}${end}`),
	)
	.sort();

const setUp = async () => {
	const simulator = await testSimulator([account({activities: [...two]})]);
	const setting = {simulator, root: temporaryFolder()};
	const folder = archiveFolder(setting);
	const env = {
		HOME: setting.root,
		COROS_TUI_BASE_URL: simulator.baseUrl,
		COROS_TUI_CONFIG_DIR: path.join(setting.root, 'config'),
		COROS_TUI_BACKUP_DIR: folder,
		COROS_TUI_RETRY_DELAY: '1',
		COROS_TUI_EMAIL: ann.email,
		COROS_TUI_PASSWORD: ann.password,
	};
	return {
		setting,
		simulator,
		folder,
		file: (name: string) => path.join(folder, name),
		names: () =>
			readdirSync(folder, {recursive: true, encoding: 'utf8'})
				.filter((name) => !path.basename(name).startsWith('.'))
				.filter((name) => statSync(path.join(folder, name)).isFile())
				.map((name) => name.split(path.sep).join('/'))
				.sort(),
		asked: () =>
			simulator.requests.filter(({path: name}) => name === '/activity/detail/query').length,
		backUp: (nameTemplate?: string, details = true) =>
			runOnce(setting, {formats: ['fit'], details, nameTemplate}),
		run: (...args: string[]) => runProgram(args, {env}),
	};
};

describe('a file of details', () => {
	test.each([
		[namePresets['by-year'], inYears],
		[named, inNamed],
	])('is beside its activity’s other files under %s, and is found there', async (template, all) => {
		const {setting, names, backUp, asked, file} = await setUp();
		await backUp(template);
		expect(names()).toEqual(all);
		const again = await backUp();
		expect(again.summary.details).toEqual({saved: 0, upToDate: 2, failed: 0});
		rmSync(file('.corosexport_state.json'));
		await backUp(template);
		expect(asked()).toBe(2);
		expect(names()).toEqual(all);
		expect((await verifyOnce(setting)).end).toMatchObject({problems: 0, unknown: 0, checked: 6});
	});

	test('comes to the files that are there, however new ones are named', async () => {
		const {names, backUp} = await setUp();
		await backUp(undefined, false);
		await backUp(named);
		expect(names()).toEqual(plain);
	});

	test('is known in another folder, as a person or an earlier version left it', async () => {
		const {names, backUp, asked, file, setting} = await setUp();
		await backUp(named);
		const [name] = names();
		mkdirSync(file('mine'));
		renameSync(file(name!), file(`mine/${path.basename(name!)}`));
		renameSync(file(inNamed[3]!), file(`${days[0]}_${first}-detail.json`));
		await backUp();
		expect(asked()).toBe(2);
		expect((await verifyOnce(setting)).end).toMatchObject({problems: 0, unknown: 0, checked: 6});
	});

	test('that is damaged is put aside before another takes its name', async () => {
		const {names, backUp, file} = await setUp();
		await backUp();
		const [name] = names();
		writeFileSync(file(name!), 'damaged');
		const early = new Date((start + 3600) * 1000);
		utimesSync(file(name!), early, early); // Written when notes were: it is asked for once more.
		await backUp();
		expect(JSON.parse(readFileSync(file(name!), 'utf8'))).toMatchObject({activity_id: second});
		const [aside] = readdirSync(file('damaged'));
		expect(readFileSync(file(`damaged/${aside}`), 'utf8')).toBe('damaged');
	});

	test.each(['--details', '--wellness'])(
		'%s writes nothing where another folder is',
		async (flag) => {
			const {simulator, folder, run} = await setUp();
			simulator.behaviour.fault = ({path: name}) => {
				if (/detail\/query|dayDetail/i.test(name) && !existsSync(`${folder}-elsewhere`)) {
					renameSync(folder, `${folder}-elsewhere`); // Its disk was pulled out.
					mkdirSync(folder);
				}

				return undefined;
			};
			const result = await run('backup', '--format', 'fit', '--json', flag);
			expect(result.code).toBe(1);
			expect(readEvents(result).at(-1)).toMatchObject({error: {code: 'folder-lost'}});
			expect(readdirSync(folder)).toEqual([]);
		},
	);
});

describe('a relayout', () => {
	test('takes details along, by renaming alone, and back', async () => {
		const {setting, names, backUp, asked, run, file} = await setUp();
		await backUp();
		expect(names()).toEqual(plain);
		const before = new Map(
			names().map((name) => [statSync(file(name)).ino, readFileSync(file(name))]),
		);
		const dry = await run('relayout', '--name-template', 'by-year', '--dry-run');
		expect(dry).toMatchObject({code: 0});
		expect(dry.stdout.trim().split('\n').sort()).toEqual(
			plain.map((name) => `${name} -> ${name.slice(0, 4)}/${name}`),
		);
		expect(names()).toEqual(plain);
		expect(await run('relayout', '--name-template', 'by-year')).toMatchObject({code: 0});
		expect(names()).toEqual(inYears);
		expect(await run('relayout', '--name-template', named)).toMatchObject({code: 0});
		expect(names()).toEqual(inNamed);
		const after = new Map(
			names().map((name) => [statSync(file(name)).ino, readFileSync(file(name))]),
		);
		expect(after).toEqual(before);
		expect((await backUp()).summary).toMatchObject({saved: 0, details: {saved: 0, upToDate: 2}});
		expect((await verifyOnce(setting)).end).toMatchObject({problems: 0, unknown: 0});
		expect(await run('relayout', '--name-template', 'corosexport')).toMatchObject({code: 0});
		expect(names()).toEqual(plain);
		expect(asked()).toBe(2);
	});

	test('brings details home that an earlier version left behind', async () => {
		const {names, backUp, run, file} = await setUp();
		await backUp(named);
		for (const name of inNamed.filter((one) => one.endsWith('-detail.json'))) {
			const [, day, id] = /(\S+) Run \d (\d+)-detail/.exec(name)!;
			renameSync(file(name), file(`${day}_${id}-detail.json`));
		}

		const result = await run('relayout', '--json');
		expect(readEvents(result).at(-1)).toMatchObject({moved: 2, kept: 4, taken: 0, unknown: 0});
		expect(names()).toEqual(inNamed);
	});

	test('never takes the place of a file that is there', async () => {
		const {names, backUp, run, file} = await setUp();
		await backUp();
		mkdirSync(file('2025'));
		const name = `${days[1]}_${second}-detail.json`;
		writeFileSync(file(`2025/${name}`), 'in the way');
		const result = await run('relayout', '--name-template', 'by-year');
		expect(result.code).toBe(3);
		expect(result.stderr).toContain(`left: ${name}: 2025/${name} is already there`);
		expect(readFileSync(file(`2025/${name}`), 'utf8')).toBe('in the way');
		expect(names()).toContain(name);
	});
});

describe('a name of details', () => {
	test.each([...Object.values(namePresets), named, '{name}-{id}'])(
		'of %s leads back',
		(template) => {
			const {id, item} = two[0]!;
			const facts = {
				id,
				day: days[0]!,
				startTime: start,
				utcOffsetMinutes: 60,
				name: String(item.name),
				sportType: 100,
				device: undefined,
			};
			const name = toTemplateDetailName(template, facts);
			expect(parseDetailName(path.posix.basename(name))).toBe(id);
			expect(name.replace(/-detail\.json$/, '.fit')).toBe(toTemplateName(template, facts, 'fit'));
		},
	);

	test('may be in no folder that is another thing’s', () => {
		expect(templateFault('wellness/{id}')).toContain('is where the files of --wellness are kept');
		const facts = {...two[0]!, day: days[0]!, startTime: start, utcOffsetMinutes: 0};
		const name = toTemplateName(
			'{name}/{id}',
			{...facts, name: 'Wellness', sportType: 1, device: ''},
			'fit',
		);
		expect(name).toBe(`_Wellness/${first}.fit`);
	});
});
