import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import type {ArchiveEntry} from '../../../source/disk/archive-entry.js';
import {type ErrorCode, KnownError, toErrorReport} from '../../../source/domain/known-error.js';
import {finish} from '../../../source/domain/steps.js';
import type {Action} from '../../../source/ui/action.js';
import {toRecording} from '../../../source/ui/detail/to-recording.js';
import type {Model, Size} from '../../../source/ui/model.js';
import {asciiSymbols} from '../../../source/ui/symbols.js';
import {makeActivities, makeActivity, wickedNames} from '../activities.js';
import {draw, drawRaw, sizes} from '../draw.js';
import {makeFit} from '../fit-activities.js';
import {follow, openTable} from '../models.js';

const saved: Action = {
	type: 'archive-read',
	unlisted: [],
	entryOf: (_, format) =>
		format === 'fit' || format === 'gpx' ? ({kind: 'saved'} as ArchiveEntry) : undefined,
};

const activities = [
	makeActivity({id: '1', name: 'Sentiero dei Fiori', sportType: 102}),
	...makeActivities(30),
];

const read = (id: string, fit = makeFit()): Action => ({
	type: 'recording-read',
	id,
	read: {kind: 'read', recording: finish(toRecording(fit))},
});

const at = (size: Size, ...steps: ReadonlyArray<Action | string>): Model =>
	follow(openTable(activities, size), saved, ...steps);

const small = {columns: 80, rows: 24};
const wide = {columns: 120, rows: 40};

describe('the detail', () => {
	test('reads like this at 80x24', () => {
		expect(draw(at(small, 'enter', read('1')))).toEqual([
			' coros-tui  ann@example.org · EU                                  31 activities',
			' Sentiero dei Fiori                                                        1/31',
			' Trail Run · Wed 2026-11-18 12:06 UTC+1                                 FIT GPX',
			' Distance 10.00 km   Time     1:00:00    Pace     6:00 /km',
			' Load     100        Ascent   120 m      Descent  101 m',
			' HR avg   140        HR max   159        Energy   700 kcal',
			' Watch    PACE 3',
			'',
			'        ⢸⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⡇         Heart rate, bpm, over 59:59',
			'        ⢸                   ⡇           159                         ⣀⣀⣀⣤⣤⣤⣶⣶⣶⣿⣿',
			'        ⢸                   ⡇                          ⢀⣀⣀⣠⣤⣤⣴⣶⣶⣾⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿',
			'        ⢸                   ⡇           100 ⣀⣀⣤⣤⣤⣶⣶⣶⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿',
			'        ⢸                   ⡇         Elevation, m, over 59:59',
			'        ⢸                   ⡇           700           ⣀⣤⣴⣶⣾⣿⣿⣿⣿⣿⣷⣶⣦⣤⣀⡀',
			'        ⢸                   ⡇                     ⣠⣴⣾⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣷⣦⣄',
			'        ⢸                   ⡇                 ⢀⣠⣶⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣶⣄⡀',
			'        ⢸                   ⡇           600 ⣠⣶⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣶⣄',
			'        S⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⡇               0       15 min   30 min   45 min',
			'',
			'  LAP       KM     TIME        PACE   CLIMB   HR',
			'    1     5.00    30:00    6:00 /km      10  121',
			'    2    10.00    30:00    3:00 /km      20  122',
			'────────────────────────────────────────────────────────────────────────────────',
			' Esc back  n/p next, previous  ↑↓ laps  x by distance  ? help  q quit',
		]);
	});

	test('draws its charts by distance instead, with the same key back by time', () => {
		const byDistance = at(wide, 'enter', read('1'), 'x');
		const text = draw(byDistance).join('\n');
		expect(text).toContain('Heart rate, bpm, over 10.80 km');
		expect(text).toMatch(/\n.* 0 +2 km +4 km +6 km +8 km +10 km\n/);
		expect(text).toContain('x by time');
		const imperial: Model = {
			...byDistance,
			settings: {...byDistance.settings, units: 'imperial'},
		};
		expect(draw(imperial).join('\n')).toMatch(/ 0 +1 mi +2 mi +3 mi +4 mi +5 mi +6 mi\n/);
		expect(draw(follow(byDistance, 'x')).join('\n')).toContain('over 59:59');
	});

	test.each(sizes)('shows route, charts and numbers at $columns x $rows', (size) => {
		const lines = draw(at(size, 'enter', read('1')));
		const text = lines.join('\n');
		expect(text).toContain('Sentiero dei Fiori');
		expect(text).toMatch(/Distance 10\.00 km +Time +1:00:00/);
		expect(text).toMatch(/[⡇⢸⡏]/);
		expect(text).toContain('Heart rate, bpm');
		expect(lines.at(-1)).toMatch(/Esc back {2}n\/p next, previous/);
	});

	test('lists laps where there is room, in the units asked for', () => {
		const text = draw(at(wide, 'enter', read('1'))).join('\n');
		expect(text).toMatch(/LAP +KM +TIME +PACE +CLIMB +HR\n +1 +5\.00 +30:00 +6:00 \/km +10 +121\n/);
		const model = at(wide, 'enter', read('1'));
		const imperial = draw({...model, settings: {...model.settings, units: 'imperial'}}).join('\n');
		expect(imperial).toMatch(/LAP +MI +TIME[^\n]+\n +1 +3\.11 +30:00 +9:39 \/mi +33 +121\n/);
		expect(imperial).toMatch(/Ascent +394 ft/);
		expect(imperial).toContain('Elevation, ft');
	});

	test('says that there is no route of what was recorded indoors', () => {
		const text = draw(at(small, 'enter', read('1', makeFit({isIndoor: true})))).join('\n');
		expect(text).toContain('No route: recorded without GPS');
		expect(text).toContain('Heart rate');
		expect(text).not.toContain('Elevation');
		const bare = makeFit({isIndoor: true, hasHeart: false});
		expect(draw(at(small, 'enter', read('1', bare))).join('\n')).toContain(
			'No heart rate and no elevation',
		);
	});

	test('says why nothing is drawn', () => {
		const shown = (...steps: ReadonlyArray<Action | string>) =>
			draw(at(small, 'enter', ...steps)).join('\n');
		const failing = (code: ErrorCode): Action => ({
			type: 'recording-read',
			id: '1',
			read: {kind: 'failed', error: toErrorReport(new KnownError(code))},
		});
		const nothing: Action = {type: 'archive-read', unlisted: [], entryOf: () => undefined};
		expect(shown()).toContain('Reading the FIT file');
		expect(shown(failing('bad-file'))).toMatch(
			/on disk is damaged\.\n .*V in the table fetches it anew/,
		);
		expect(shown(failing('no-permission'))).toMatch(/may not be used\n Change its owner/);
		expect(shown(nothing)).toMatch(/not on disk[\s\S]*f fetch FIT/);
	});
});

describe('the preview', () => {
	test('stands beside the table where there is room', () => {
		const lines = draw(at(wide, 'p', read('1')));
		expect(lines[2]).toMatch(/^ {7}DATE▾ +NAME.*╭─ Sentiero dei Fiori ─+╮$/);
		expect(lines[3]).toMatch(
			/^❯.*Sentiero dei Fi….* │ Trail Run · Wed 2026-11-18 12:06 UTC\+1 +│$/,
		);
		expect(lines.filter((line) => line.includes('│ Elevation, m'))).toHaveLength(1);
		expect(lines.at(-4)).toMatch(/╰─{42}╯$/);
		expect(new Set(lines.slice(2, -3).map((line) => stringWidth(line)))).toEqual(new Set([120]));
	});

	test('gives way to the table in a narrower window', () => {
		const narrow = draw(at({columns: 109, rows: 40}, 'p', read('1'))).join('\n');
		expect(narrow).not.toContain('╭');
		expect(narrow).toContain('CLIMB');
	});

	test('follows the cursor, and says where there is no file', () => {
		const model = follow(at(wide, 'p', 'j'), {
			type: 'archive-read',
			unlisted: [],
			entryOf: () => undefined,
		});
		const text = draw(model).join('\n');
		expect(text).toMatch(/╭─ Run 1 ─/);
		expect(text).toContain('Its FIT file is not on disk:');
	});

	test('is hidden again', () => {
		expect(draw(at(wide, 'p', 'p'))).toEqual(draw(at(wide)));
	});
});

describe.each(sizes)('at $columns x $rows', (size) => {
	const situations = (names: readonly string[] = []): Readonly<Record<string, Model>> => {
		const named = activities.map((activity, index) => {
			const name = names[index % Math.max(1, names.length)] ?? activity.name;
			const device = names.length > 0 ? name : activity.device;
			return {...activity, name, device};
		});
		const table = follow(openTable(named, size), saved, {
			type: 'minute-passed',
			at: 1_795_300_000_000,
			today: '2026-11-22',
		});
		const [, second] = named;
		return {
			detail: follow(table, 'enter', read('1')),
			'detail indoors': follow(table, 'enter', read('1', makeFit({isIndoor: true}))),
			'detail reading': follow(table, 'enter'),
			'detail help': follow(table, 'enter', '?'),
			preview: follow(table, 'p', read('1')),
			'preview of the next': follow(table, 'p', 'j', read(second?.id ?? '')),
			'preview of nothing': follow(table, 'p', '/', 'z', 'z', 'z'),
			sports: follow(table, 'f', 'j', 'enter'),
			days: follow(table, 'd'),
			chips: follow(
				table,
				'f',
				'j',
				'enter',
				'escape',
				'd',
				'4',
				'N',
				'/',
				...names.slice(0, 2),
				'>2',
			),
			'more columns': follow(table, '+', '+', '+'),
			'fewer columns': follow(table, '-', '-', '-'),
		};
	};

	test('every screen fills the window and no line is longer, whatever the names', () => {
		for (const names of [[], wickedNames]) {
			for (const [title, model] of Object.entries(situations(names))) {
				for (const symbols of [undefined, asciiSymbols]) {
					const lines = draw(model, symbols);
					expect(lines.length, title).toBe(size.rows);
					for (const line of lines) {
						expect(stringWidth(line), `${title}: ${line}`).toBeLessThanOrEqual(size.columns);
					}
				}

				expect(drawRaw(model)).not.toMatch(/\u001B\[31m.*Red|\u001B\]|\u0007|\u009B|\u202E|owned/);
			}
		}
	});

	test('draws with nothing beyond ASCII where the terminal has nothing else', () => {
		for (const [title, model] of Object.entries(situations())) {
			// What was cut off ends with an ellipsis, everywhere.
			expect(draw(model, asciiSymbols).join(''), title).toMatch(/^[\u0020-\u007E…]*$/);
		}
	});

	test('keeps both menus whole', () => {
		const {sports, days} = situations();
		for (const model of [sports, days]) {
			const lines = model ? draw(model) : [];
			expect(lines.filter((line) => line.includes('╭'))).toHaveLength(1);
			expect(lines.filter((line) => line.includes('╯'))).toHaveLength(1);
		}

		expect(sports && draw(sports).join('\n')).toMatch(/❯ \[x\] Run +30 │/);
		expect(days && draw(days).join('\n')).toMatch(/\[ \] 4 this year +2026-01-01 │/);
	});
});

describe('the find line', () => {
	test('says what of the filter is not used', () => {
		const [, line] = draw(at(small, '/', ...'run', 'space', ...'>20'));
		expect(line).toMatch(/^ \/ run >20▏ {2}not used: >20 +31 of 31$/);
	});

	test('shows chips, alone and beside the words', () => {
		expect(draw(at(small, 'N'))[1]).toMatch(/^ \[not backed up\] +31 of 31$/);
		const both = at(small, 'f', 'j', 'enter', 'escape', '/', 'x');
		expect(draw(both)[1]).toMatch(/^ \/ x▏ {2}\[Run\] +0 of 31$/);
	});

	test('an empty table says what hides everything', () => {
		const text = draw(at(small, 'N', '/', 'z', 'z')).join('\n');
		expect(text).toContain('Nothing matches zz, not backed up');
	});
});

describe('the status line', () => {
	test('drops the least important parts first', () => {
		const status = (columns: number, ...keys: string[]) =>
			draw(at({columns, rows: 24}, ...keys)).at(-3);
		expect(status(200, 'space', 'space')).toBe(
			' 3/31 · 2 marked · 11.00 km · 2:00:00 · 240 m up · by date ▾ · all 475.00 km · 31:00:00 · 3,720 m up',
		);
		expect(status(80)).toBe(' 1/31 · by date ▾ · all 475.00 km · 31:00:00 · 3,720 m up');
		expect(status(60, 'space', 'space')).toBe(' 3/31 · 2 marked · 11.00 km · 2:00:00 · by date ▾');
	});
});
