import {stripVTControlCharacters} from 'node:util';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {initialCheck, reduceCheck} from '../../../source/backup/check-progress.js';
import type {BackupEvent, Transfer} from '../../../source/backup/event.js';
import {emptySummary, initialProgress, reduceProgress} from '../../../source/backup/progress.js';
import type {RepairEvent} from '../../../source/backup/repair.js';
import type {ArchiveEntry} from '../../../source/disk/archive-entry.js';
import type {Action} from '../../../source/ui/action.js';
import {createModel} from '../../../source/ui/initial-model.js';
import type {Model, Size} from '../../../source/ui/model.js';
import {asciiSymbols} from '../../../source/ui/symbols.js';
import {makeActivities, wickedNames} from '../activities.js';
import {draw, drawRaw, sizes} from '../draw.js';
import {createFakeServices} from '../fake-services.js';
import {follow, openTable} from '../models.js';
import {makeProfile, makeProfiles} from '../profiles/profiles.js';

const transfer = (id: number, name = `Run ${id}`): Transfer => ({
	id: String(id),
	format: 'fit',
	file: `${id}.fit`,
	name,
	day: '2026-11-18',
});

const error = {
	code: 'server-error',
	message: 'COROS had an error of its own',
	hint: 'Run again later.',
} as const;

/** Some of everything that can happen to a file, to files of these names. */
const events = (names: readonly string[] = []): BackupEvent[] => {
	const one = (id: number) => transfer(id, names[id % names.length]);
	return [
		{type: 'planned', found: 9, toFetch: 8, upToDate: 3, unavailable: 1, dryRun: false},
		...[1, 2, 3, 4, 5].map((id) => ({type: 'transfer-started', transfer: one(id)}) as const),
		{type: 'saved', transfer: one(1), bytes: 1_900_000, sha256: ''},
		{type: 'unavailable', transfer: one(2), reason: 'no such file'},
		{type: 'progress', transfer: one(3), received: 500_000, size: 1_000_000},
		{type: 'retrying', transfer: one(4), attempt: 2, attempts: 6, waitMs: 500, error},
		{type: 'failed', transfer: one(5), error},
	];
};

const fold = (all: readonly BackupEvent[]) => all.reduce(reduceProgress, initialProgress);

const progressed = (at: number, names?: readonly string[]): Action => ({
	type: 'job-progressed',
	progress: fold(events(names)),
	at,
});

const final: BackupEvent = {
	type: 'finished',
	...emptySummary,
	found: 9,
	saved: 6,
	failed: 1,
	upToDate: 3,
	unavailable: 1,
	bytes: 12_200_000,
	durationMs: 7800,
};

const finishedAfter = (...before: readonly BackupEvent[]): Action => ({
	type: 'job-finished',
	progress: fold([...before, final]),
	at: 9000,
});

const finished = (names?: readonly string[]): Action => finishedAfter(...events(names));

const warning: BackupEvent = {
	type: 'warning',
	code: 'list-shrunk',
	message: 'COROS lists 3 activities and listed 400 before',
	hint: 'Nothing was taken away. '.repeat(6),
};

const checked = (...all: readonly RepairEvent[]): Action => ({
	type: 'check-progressed',
	progress: all.reduce(reduceCheck, initialCheck),
});

const ended = (...all: readonly RepairEvent[]): Action => ({
	type: 'check-finished',
	progress: {...all.reduce(reduceCheck, initialCheck), phase: 'finished'},
	error: undefined,
});

const problems = (names: readonly string[] = ['a.fit', 'b.gpx', 'c.csv']): RepairEvent[] =>
	names.map((file, index) => ({
		type: 'problem',
		kind: 'damaged',
		id: String(index),
		format: 'fit',
		file,
		reason: 'checksum does not match',
	}));

const verified: RepairEvent = {
	type: 'verified',
	checked: 400,
	problems: 3,
	unknown: 2,
	setAside: 1,
	bytes: 12_000_000,
	durationMs: 1234,
};

/** The picker with more profiles than any window has lines, some of these names. */
const profilesRead = (names: readonly string[] = ['bob']): Action => ({
	type: 'profiles-read',
	profiles: [
		...names.map((name) => makeProfile(name, {account: undefined, folder: name.repeat(9)})),
		...names.map((name) => makeProfile(`of ${name}`)),
		...makeProfiles(60),
	],
});

/** Every screen there is. */
const situations = (size: Size, names?: readonly string[]): Readonly<Record<string, Model>> => {
	const activities = makeActivities(100).map((activity, index) => {
		const name = names?.[index % names.length] ?? activity.name;
		return {...activity, name, device: name};
	});
	const table = openTable(activities, size);
	const profile = names?.[0]?.repeat(9) ?? 'bob';
	const named = openTable(activities, size, {profile});
	const picker = follow(named, 'P', profilesRead(names));
	const running = follow(table, 'b', 'enter', progressed(1000, names), progressed(4000, names));
	return {
		starting: createModel(createFakeServices(), size),
		'signed out': createModel(createFakeServices({session: () => undefined}), size),
		empty: openTable([], size),
		table,
		marks: follow(table, 'space', 'v', 'j', 'j'),
		filter: follow(table, '/', 'r', 'u', 'n'),
		'nothing found': follow(table, '/', 'z', 'z'),
		notice: follow(table, {
			type: 'list-failed',
			error: {...error, hint: `${error.hint} `.repeat(20)},
		}),
		export: follow(table, 'e'),
		'export of all': follow(table, 'b'),
		backup: running,
		stopping: follow(running, 'escape'),
		'quit question': follow(running, 'q'),
		'of a profile': named,
		'marks of a profile': follow(named, 'a'),
		'profiles not read yet': follow(named, 'P'),
		profiles: picker,
		'the last profile': follow(picker, 'G', {
			type: 'last-backups-read',
			lastBackups: new Map([['athlete-60', {kind: 'at', day: '2026-11-20'}]]),
		}),
		'profile looked for': follow(picker, '/', 'a', 't', 'h'),
		'no such profile': follow(picker, '/', ...'zzzz'),
		'a name that is none': follow(picker, 'n', ...'../x', 'enter'),
		'profiles that cannot be read': follow(named, 'P', {
			type: 'profiles-failed',
			error: {...error, hint: `${error.hint} `.repeat(5)},
		}),
		'change question': follow(running, 'P', profilesRead([profile]), 'j', 'enter'),
		summary: follow(running, finished(names)),
		'summary with warnings': follow(
			running,
			finishedAfter(warning, {type: 'metadata-refreshed', count: 2}, ...events(names)),
		),
		kept: follow(
			openTable(activities.slice(1), size),
			{type: 'archive-read', entryOf: () => undefined, unlisted: activities.slice(0, 1)},
			'g',
			'enter',
		),
		check: follow(table, 'V', checked({type: 'verifying', checked: 50, total: 400})),
		'check that is over': follow(table, 'V', ended(...problems(names), verified)),
		'repair that is over': follow(
			follow(table, 'V', ended(...problems(names), verified), 'r'),
			ended(...problems(names), verified, {
				type: 'repaired',
				problems: 3,
				repaired: 1,
				remaining: 2,
				failed: 2,
				durationMs: 900,
				cancelled: false,
				error: {...error, hint: `${error.hint} `.repeat(20)},
			}),
		),
		help: follow(table, '?'),
		'help in the summary': follow(running, finished(names), '?'),
	};
};

const box = (lines: readonly string[], {columns, rows}: Size, title: string) => {
	expect(lines.length, title).toBe(rows);
	for (const line of lines) {
		expect(stringWidth(line), `${title}: ${line}`).toBeLessThanOrEqual(columns);
	}
};

describe.each(sizes)('at $columns x $rows', (size) => {
	test('every screen fills the window and no line is longer', () => {
		for (const [title, model] of Object.entries(situations(size))) {
			box(draw(model), size, title);
			box(draw(model, asciiSymbols), size, `${title} in ASCII`);
		}
	});

	test('whatever the names, no line is longer, and no escape of theirs gets out', () => {
		for (const [title, model] of Object.entries(situations(size, wickedNames))) {
			const raw = drawRaw(model);
			box(stripVTControlCharacters(raw).split('\n'), size, title);
			expect(raw).not.toMatch(/\u001B\[31m.*Red|\u001B\]|\u0007|\u009B|\u202E|owned/);
		}
	});

	test('whatever the names, what follows them stays in its column', () => {
		const names = ['Plain', ...wickedNames].slice(0, size.rows - 6);
		const activities = makeActivities(names.length).map((activity, index) => {
			return {...activity, name: names[index] ?? '', distanceMeters: 12_340};
		});
		const rows = draw(openTable(activities, size)).filter((line) => line.includes(' 12.34'));
		const columns = rows.map((line) => stringWidth(line.split(' 12.34')[0] ?? ''));
		expect(rows).toHaveLength(names.length);
		expect(new Set(columns).size).toBe(1);
	});

	test('keeps every dialog whole', () => {
		const {
			export: dialog,
			help,
			'quit question': quit,
			'change question': change,
		} = situations(size);
		for (const model of [dialog, help, quit, change]) {
			const lines = model ? draw(model) : [];
			expect(lines.filter((line) => line.includes('╭'))).toHaveLength(1);
			expect(lines.filter((line) => line.includes('╯'))).toHaveLength(1);
		}
	});

	test('shows the way to help and what can be done', () => {
		const {table, summary, backup} = situations(size);
		expect(draw(table as Model).at(-1)).toMatch(/space mark {2}e export {2}b back up.*\? help/);
		expect(draw(backup as Model).at(-1)).toContain('Esc stop');
		expect(draw(summary as Model).at(-1)).toContain('r try again');
	});
});

const at80 = {columns: 80, rows: 24};

describe('the table', () => {
	test('reads like this', () => {
		const entryOf = (id: string): ArchiveEntry | undefined =>
			id.endsWith('1') ? ({kind: 'saved'} as ArchiveEntry) : undefined;
		const model = follow(
			openTable(makeActivities(3), at80),
			{type: 'archive-read', unlisted: [], entryOf},
			'space',
		);
		const lines = draw(model);
		expect(lines.slice(0, 6)).toEqual([
			' coros-tui  ann@example.org · EU                        3 activities · 1 marked',
			' 1 of 3 backed up as FIT, TCX in /home/ann/coros_activities',
			'       DATE▾       NAME                  SPORT            KM     TIME  HR  LOAD',
			' [x] ✓ 2026-11-17  Run 1                 Run            1.00  1:00:00 140   100',
			'❯[ ]   2026-11-16  Run 2                 Run            2.00  1:00:00 140   100',
			' [ ]   2026-11-15  Run 3                 Run            3.00  1:00:00 140   100',
		]);
		expect(lines.at(-3)).toBe(
			' 2/3 · 1 marked · 1.00 km · 1:00:00 · 120 m up · by date ▾ · all 6.00 km',
		);
	});

	test('draws no more rows than it shows', () => {
		let read = 0;
		const activities = makeActivities(10_000).map((activity) => ({
			...activity,
			get day() {
				read += 1;
				return activity.day;
			},
		}));
		const model = openTable(activities, at80);
		read = 0; // Ordering has looked at every one.
		expect(draw(model).filter((line) => line.includes('[ ]'))).toHaveLength(18);
		expect(read).toBe(18);
	});

	test('shows marks that the filter hides as a count', () => {
		const model = follow(openTable(makeActivities(30), at80), 'space', 'space', '/', '3', '0');
		const lines = draw(model);
		expect(lines[1]).toMatch(/^ \/ 30▏ +1 of 30$/);
		expect(lines.at(-3)).toContain('2 marked (2 hidden)');
	});

	test('says why it is empty and what to do', () => {
		const {empty, starting, 'signed out': out, 'nothing found': none} = situations(at80);
		expect(draw(starting as Model).join('\n')).toContain('Reading your activities');
		expect(draw(empty as Model).join('\n')).toMatch(/no activities yet[\s\S]*R read again/);
		expect(draw(none as Model).join('\n')).toMatch(/Nothing matches zz[\s\S]*Esc stop typing/);
		expect(draw(out as Model)[0]).toContain('not signed in');
	});

	test('keeps a notice and its advice in sight, and the table below usable', () => {
		const model = follow(openTable(makeActivities(50), at80), {type: 'list-failed', error}, 'G');
		const lines = draw(model);
		expect(lines[2]).toBe(' ✗ COROS had an error of its own');
		expect(lines[3]).toBe('   Run again later.');
		expect(lines.at(-4)).toMatch(/^❯.*Run 50 /);
		expect(lines.at(-1)).toContain('R try again  Esc dismiss');
	});

	test('can be read without colour or any sign beyond ASCII', () => {
		const model = follow(openTable(makeActivities(3), at80), 'space');
		const text = draw(model, asciiSymbols).join('');
		expect(text).toMatch(/^[\u0020-\u007E]*$/);
		expect(text).toContain('>[ ]');
	});

	test('marks the demo', () => {
		const demo = openTable(makeActivities(3), at80, {demo: true});
		expect(draw(demo)[0]).toContain('coros-tui  DEMO  ann@example.org · EU');
	});
});

describe('the header', () => {
	const header = (profile: string | undefined, columns: number, changes = {}) =>
		draw(openTable(makeActivities(3), {columns, rows: 24}, {profile, ...changes}))[0];

	test('names the profile, where it has a name', () => {
		expect(header(undefined, 80)).toMatch(/^ coros-tui {2}ann@example\.org · EU +3 activities$/);
		expect(header('anna', 80)).toMatch(
			/^ coros-tui {2}anna · ann@example\.org · EU +3 activities$/,
		);
		expect(header('小明', 60)).toMatch(
			/^ coros-tui {2}小明 · ann@example\.org · EU +3 activities$/,
		);
		const session = () => undefined;
		expect(header('anna', 80, {session})).toBe(' coros-tui  anna · not signed in');
	});

	test('has room for both, however long the name is', () => {
		for (const name of ['a'.repeat(64), '小明'.repeat(32)]) {
			expect(header(name, 80)).toMatch(
				/^ coros-tui {2}\S{12,}… · ann@example\.org · EU +3 activities$/,
			);
			expect(header(name, 60)).toMatch(/^ coros-tui {2}\S{5,}… · a\S*… · EU +3 activities$/);
		}
	});
});

describe('the picker of profiles', () => {
	const shown = (size: Size, ...steps: ReadonlyArray<Action | string>) =>
		draw(
			follow(openTable(makeActivities(3), size, {profile: 'bob'}), 'P', profilesRead(), ...steps),
		);

	test('keeps the one under the cursor in sight, also above a long message', () => {
		for (const size of sizes) {
			expect(shown(size, 'G').join('\n')).toMatch(/❯ {3}of bob/);
			expect(shown(size, 'G', 'n', ...'../x', 'enter').join('\n')).toMatch(/❯ {3}of bob/);
		}
	});

	test('lets no escape of a name or a folder out, which somebody may have made by hand', () => {
		for (const size of sizes) {
			for (const profile of wickedNames) {
				const folder = `/runs/${profile}`;
				const raw = drawRaw(follow(openTable([], size, {profile, folder}), 'P', profilesRead()));
				box(stripVTControlCharacters(raw).split('\n'), size, profile);
				expect(raw).not.toMatch(/\u001B\[31m.*Red|\u001B\]|\u0007|\u009B|\u202E|owned/);
			}
		}
	});

	test('has whole names and accounts at 80 columns, and says where the folder is', () => {
		const lines = shown(at80, 'g', 'j');
		expect(lines[2]).toMatch(/^ {4}PROFILE +ACCOUNT +LAST SAVED +FOLDER$/);
		expect(lines[3]).toMatch(/^ {4}default +nobody signed in +coros_activities$/);
		expect(lines[4]).toMatch(/^❯ {3}athlete-01 +athlete-01@example\.org · EU +…\S+athlete-01$/);
		expect(lines.at(-3)).toBe(' athlete-01  /home/ann/athletes/athlete-01');
	});
});

describe('the export dialog', () => {
	test('says what is chosen, where it goes and what will happen', () => {
		const model = follow(openTable(makeActivities(30), at80), 'space', 'space', 'e', '3');
		const text = draw(model).join('\n');
		expect(text).toMatch(/ │ 2 activities {43}│ /); // Nothing of the table shows through.
		expect(text).toMatch(/ │ {56}│ /);
		expect(text).toContain('❯ [x] 3 GPX  the route, for maps and other sites');
		expect(text).toContain('  [ ] 5 CSV  one row a lap, for spreadsheets');
		expect(text).toContain('Folder  /home/ann/coros_activities');
		expect(text).toContain('6 files to fetch.');
		expect(text).toContain('Enter start  space choose  Esc back  ? help');
		expect(draw(model).at(-1)).toBe('');
	});

	test('names a single activity, and asks for a format where there is none', () => {
		const text = draw(follow(openTable(makeActivities(3), at80), 'e', '1', '2')).join('\n');
		expect(text).toContain('2026-11-17  Run 1');
		expect(text).toContain('Choose at least one format.');
	});
});

test('a backup of a list that is empty or not read yet counts no activities', () => {
	const text = draw(follow(openTable([], {columns: 80, rows: 24}), 'b')).join('\n');
	expect(text).toContain('All that COROS lists');
	expect(text).not.toContain('All 0');
});

describe('the backup', () => {
	test('shows the total, each transfer and why one is tried again', () => {
		const lines = draw(situations(at80).backup as Model);
		expect(lines[1]).toMatch(/^ Backing up everything missing as FIT, TCX +3 s$/);
		expect(lines[2]).toMatch(/ 37 % {2}3 of 8 files$/);
		expect(lines[3]).toMatch(/^ 2\.4 MB · 0 B\/s +1 failed · 3 already there · 2 not at COROS$/);
		const text = lines.join('\n');
		expect(text).toMatch(/❯↓ 2026-11-18 {2}Run 3 +FIT {2}━━━━━╌╌╌╌╌ 500 kB/);
		expect(text).toMatch(/ ↻ 2026-11-18 {2}Run 4 +FIT {2}try 2\/6 in 1 s, COROS had an error/);
		expect(text).toMatch(/ ✗ 2026-11-18 {2}Run 5 +FIT {2}COROS had an error/);
		expect(text).toMatch(/Run 5 [\s\S]*Run 2 [\s\S]*Run 1 /);
		expect(text).toMatch(/ - 2026-11-18 {2}Run 2 +FIT {2}COROS has none/);
		expect(text).toMatch(/ ✓ 2026-11-18 {2}Run 1 +FIT {2}1\.9 MB/);
	});

	test('says that it stops, and asks before the app is quit', () => {
		const {stopping, 'quit question': quit} = situations(at80);
		expect(draw(stopping as Model)[1]).toContain('Stopping: what is saved stays saved');
		expect(draw(stopping as Model).at(-1)).toContain('^c quit now');
		expect(draw(quit as Model).join('\n')).toMatch(
			/A backup is running[\s\S]*y stop and quit {2}n go on/,
		);
	});
});

describe('the summary', () => {
	test('counts, advises, and gives each failure its reason', () => {
		const lines = draw(situations(at80).summary as Model);
		expect(lines.slice(1, 11)).toEqual([
			' Finished with 1 problem',
			' ✓       6 files saved  12.2 MB in 8 s',
			' ✓       3 already there',
			' -       1 that COROS does not have',
			' ✗       1 failed',
			' Folder  /home/ann/coros_activities',
			' Run again later.',
			'',
			' ✗ 2026-11-18  FIT  Run 5',
			'   COROS had an error of its own',
		]);
	});

	test('says what stopped it', () => {
		const model = follow(openTable(makeActivities(3), at80), 'b', 'enter', {
			type: 'job-finished',
			progress: fold([
				{type: 'finished', ...emptySummary, error: {...error, message: 'The disk is full'}},
			]),
			at: 1,
		});
		expect(draw(model).join('\n')).toMatch(
			/Stopped by a problem[\s\S]* ✗ The disk is full\n {3}Run again later\./,
		);
	});
});

describe('a window that is too small', () => {
	test.each([
		[59, 24],
		[80, 14],
		[20, 5],
	])('at %i x %i says so, and loses nothing', (columns, rows) => {
		const keys = [...Array<string>(30).fill('j'), ...Array<string>(9).fill('k')];
		const table = follow(openTable(makeActivities(50)), ...keys, 'space');
		const small = follow(table, {type: 'resized', columns, rows});
		const text = draw(small).join(' ').replaceAll(/\s+/g, ' ');
		expect(text).toContain('window is too');
		expect(text).toContain(`this is ${columns}x${rows}`);
		const back = follow(small, 'space', 'g', {type: 'resized', columns: 80, rows: 24});
		expect(back).toEqual({...table, redraws: table.redraws + 2}); // Drawn anew each time.
	});
});

test('a summary tells what should be known though nothing failed', () => {
	const running = follow(openTable(makeActivities(3)), 'b', 'enter', progressed(1000));
	const model = follow(running, finishedAfter(warning, {type: 'metadata-refreshed', count: 2}));
	const text = draw(model).join('\n');
	expect(text).toContain('COROS lists 3 activities and listed 400 before. Nothing was');
	expect(text).toMatch(/2 activities renamed or edited at COROS/);
});

test('a backup tells how far its details are, and its summary what came beside the files', () => {
	const steps = [
		{type: 'details-planned', found: 400, toFetch: 60, upToDate: 340, dryRun: false},
		{type: 'detail-saved', id: '1', file: '1-detail.json', bytes: 9},
		{type: 'detail-failed', id: '2', file: '2026-05-01_2-detail.json', error},
	] as const;
	const progress = fold(steps);
	const running = follow(openTable(makeActivities(3)), 'b', 'enter', {
		type: 'job-progressed',
		progress,
		at: 1000,
	});
	expect(draw(running).join('\n')).toMatch(/3 % +details: 2 of 60/);
	const details = {saved: 1, upToDate: 340, failed: 1};
	const summary = {...progress.summary, failed: 1, details, wellness: {...details, saved: 7}};
	const ended = follow(running, {
		type: 'job-finished',
		progress: {...progress, phase: 'finished', summary},
		at: 9000,
	});
	const text = draw(ended).join('\n');
	expect(text).toMatch(/1 file of details[\s\S]*7 files of wellness/);
	expect(text).toContain('2026-05-01_2-detail.json');
});

test('the dialog of a backup says what comes beside the files', () => {
	const table = openTable(makeActivities(3));
	const settings = {...table.settings, extras: ['details', 'wellness'] as const};
	const read = {type: 'archive-read', entryOf: () => undefined, unlisted: []} as const;
	const known = follow({...table, settings}, read);
	const words = (key: string) =>
		draw(follow(known, key))
			.join(' ')
			.replaceAll(/[\s│]+/g, ' ');
	expect(words('b')).toContain('And also: details, wellness.');
	expect(words('e')).toContain('And also: details.');
});
