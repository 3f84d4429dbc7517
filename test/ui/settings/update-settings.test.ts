import {describe, expect, test} from 'vitest';
import {reduce} from '../../../source/ui/keys/press.js';
import type {Model} from '../../../source/ui/model.js';
import {settingNames} from '../../../source/ui/settings/settings-form.js';
import {makeActivities} from '../activities.js';
import {follow, openTable} from '../models.js';

const table = () => openTable(makeActivities(3));

/** The settings, with the cursor on one of them. */
const on = (name: (typeof settingNames)[number], model = table()): Model =>
	follow(model, ',', ...Array<string>(settingNames.indexOf(name)).fill('j'));

describe('the settings', () => {
	test('open over the table, move without leaving their ends, and go back', () => {
		const open = follow(table(), ',');
		expect(open.screen).toMatchObject({name: 'settings', form: {cursor: 0}});
		expect(follow(open, 'k').screen).toMatchObject({form: {cursor: 0}});
		expect(follow(open, ...Array<string>(20).fill('down')).screen).toMatchObject({
			form: {cursor: settingNames.length - 1},
		});
		expect(follow(open, 'escape').screen).toEqual({name: 'activities'});
		expect(follow(open, ',').screen).toEqual({name: 'activities'});
	});

	test.each([
		['units', ['right'], {units: 'imperial'}],
		['units', ['right', 'right'], {units: 'metric'}],
		['theme', ['left'], {theme: 'none'}],
		['theme', ['right', 'right'], {theme: 'light'}],
		['symbols', ['space'], {symbols: 'ascii'}],
		['mouse', ['enter'], {mouse: false}],
		['mouse', ['left', 'left'], {mouse: true}],
		['concurrency', ['right'], {concurrency: 9}],
		['concurrency', Array<string>(40).fill('left'), {concurrency: 1}],
		['concurrency', Array<string>(40).fill('right'), {concurrency: 32}],
	] as const)('%s by %j', (name, keys, expected) => {
		expect(follow(on(name), ...keys).settings).toMatchObject(expected);
	});

	test('choose formats, one at least', () => {
		const gpx = follow(on('formats'), 'right', 'right', 'space');
		expect(gpx.formats).toEqual(['fit', 'tcx', 'gpx']);
		expect(gpx.settings.formats).toEqual(['fit', 'tcx', 'gpx']);
		const one = follow(gpx, 'space', 'left', 'enter');
		expect(one.formats).toEqual(['fit']);
		expect(follow(one, 'left', 'space').formats).toEqual(['fit']);
	});

	test('take what is kept beside the files, and leave it', () => {
		const both = follow(on('extras'), 'space', 'right', 'enter');
		expect(both.settings.extras).toEqual(['details', 'wellness']);
		expect(follow(both, 'space').settings.extras).toEqual(['details']);
		// The place in one list is none in the other.
		expect(follow(both, 'k').screen).toMatchObject({form: {place: 0}});
	});

	test('turn through the layouts of names, one’s own among them', () => {
		const names = (model: Model) => model.settings.nameTemplate;
		const years = follow(on('names'), 'right', 'right');
		expect(names(years)).toBe('{year}/{date}_{id}');
		expect(names(follow(years, 'left', 'left'))).toBeUndefined();
		expect(years.settings).not.toHaveProperty('extras');
		const own = follow(years, 'enter', '^u', ...'{sport}/{id}', 'enter');
		expect(names(own)).toBe('{sport}/{id}');
		expect(names(follow(own, 'right'))).toBeUndefined();
		expect(names(follow(years, 'enter', '^u', ...'goldencheetah', 'enter'))).toContain('{hour}');
		expect(names(follow(years, 'enter', '^u', 'enter'))).toBeUndefined();
	});

	test('refuse names that would not do, say why, and keep what was', () => {
		const typed = follow(on('names'), 'enter', '^u', ...'{date}', 'enter');
		expect(typed.settings.nameTemplate).toBeUndefined();
		const failure = {message: expect.stringContaining('it has to end in {id}')};
		expect(typed.screen).toMatchObject({form: {failure, text: {before: '{date}'}}});
		expect(follow(typed, 'escape').screen).toMatchObject({
			form: {failure: undefined, text: undefined},
		});
	});

	test('are asked of a backup; wellness, which is of days, not of an export', () => {
		const set = follow(on('extras'), 'space', 'right', 'space', 'j', 'right', 'right', 'escape');
		const nameTemplate = '{year}/{date}_{id}';
		expect(follow(set, 'b', 'enter').screen).toMatchObject({
			job: {request: {details: true, wellness: true, convert: undefined, nameTemplate}},
		});
		expect(follow(set, 'e', 'enter').screen).toMatchObject({
			job: {request: {details: true, wellness: false, nameTemplate}},
		});
	});

	test('take another folder only when Enter says so', () => {
		const typing = follow(on('folder'), 'enter', '^u', ...'~/runs');
		expect(follow(typing, 'escape').settings.folder).toBeUndefined();
		const chosen = follow(typing, 'enter');
		expect(chosen.settings.folder).toBe('~/runs');
		expect(chosen.screen).toMatchObject({form: {text: undefined}});
	});

	test('type and paste every letter into the folder', () => {
		const typing = follow(on('folder'), 'enter', '^u', ...'q,?jk');
		const pasted = reduce(typing, {type: 'pasted', text: '/x\n'});
		expect(follow(pasted, 'enter').settings.folder).toBe('q,?jk/x');
	});

	test('go back to the usual folder by an empty name', () => {
		const chosen = follow(on('folder'), 'enter', 'x', 'enter');
		expect(follow(chosen, 'enter', '^u', 'enter').settings).not.toHaveProperty('folder');
	});

	test('look into another folder once it is saved', () => {
		const before = on('folder');
		const after = follow(before, {type: 'settings-saved', folder: '/runs'});
		expect(after.folder).toBe('/runs');
		expect(after.archive).toEqual({
			entryOf: undefined,
			unlisted: [],
			reading: before.archive.reading + 1,
		});
		expect(follow(before, {type: 'settings-saved', folder: before.folder}).archive).toBe(
			before.archive,
		);
	});

	test('say why they could not be saved, until they are', () => {
		const error = {code: 'disk-full', message: 'The disk is full', hint: 'Free some.'} as const;
		const model = follow(on('mouse'), {type: 'settings-failed', error});
		expect(model.screen).toMatchObject({form: {failure: error}});
		const saved = follow(model, {type: 'settings-saved', folder: model.folder});
		expect(saved.screen).toMatchObject({form: {failure: undefined}});
	});

	test('remember the formats of a backup, not those of an export', () => {
		expect(follow(table(), 'b', '5', 'enter').settings.formats).toEqual(['fit', 'tcx', 'csv']);
		expect(follow(table(), 'e', '5', 'enter').settings.formats).toBeUndefined();
	});

	test('quit by q, but not while a folder is typed', () => {
		expect(follow(on('units'), 'q').exit).toBeDefined();
		expect(follow(on('folder'), 'enter', 'q').exit).toBeUndefined();
	});
});

describe('signing out', () => {
	test('asks first', () => {
		const asked = follow(on('account'), 'enter');
		expect(asked.overlay).toEqual({name: 'sign-out'});
		for (const key of ['n', 'escape']) {
			const kept = follow(asked, key);
			expect(kept.overlay).toBeUndefined();
			expect(kept.account).toBeDefined();
		}
	});

	test('leaves nothing of the account on the screen, and asks who is next', () => {
		const marked = follow(table(), 'space');
		const out = follow(on('account', marked), 'enter', 'y');
		expect(out.account).toBeUndefined();
		expect(out.list).toMatchObject({activities: [], phase: 'failed'});
		expect(out.table.marks.size).toBe(0);
		expect(out.screen).toMatchObject({
			name: 'sign-in',
			signIn: {email: {before: 'ann@example.org'}, back: {name: 'activities'}},
		});
	});
});
