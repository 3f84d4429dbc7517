import {describe, expect, test} from 'vitest';
import {initialProgress} from '../../../source/backup/progress.js';
import {KnownError, toErrorReport} from '../../../source/domain/known-error.js';
import {reduce} from '../../../source/ui/keys/press.js';
import type {Model} from '../../../source/ui/model.js';
import {
	currentProfile,
	type Picker,
	type ProfileEntry,
	shownProfiles,
} from '../../../source/ui/profiles/picker.js';
import {makeActivities} from '../activities.js';
import {follow, openTable} from '../models.js';
import {makeProfile, makeProfiles} from './profiles.js';

const size = {columns: 80, rows: 24};

const table = (profile = 'bob') => openTable(makeActivities(3), size, {profile});

/** Of the account without a profile. */
const plain = (demo = false) => openTable(makeActivities(3), size, {profile: undefined, demo});

const three = [makeProfile('default'), makeProfile('anna'), makeProfile('小明')];

const read = (profiles: readonly ProfileEntry[]) => ({type: 'profiles-read', profiles}) as const;

/** The picker over the table, the list read. */
const open = (profiles: readonly ProfileEntry[] = three, model = table()): Model =>
	follow(model, 'P', read(profiles));

const pickerOf = ({overlay}: Model): Picker => {
	if (overlay?.name !== 'profiles') {
		throw new Error(`no picker, but ${overlay?.name}`);
	}

	return overlay.picker;
};

const names = (model: Model) => shownProfiles(pickerOf(model)).map(({name}) => name);
const current = (model: Model) => currentProfile(pickerOf(model))?.name;
const next = (model: Model) => model.exit?.next;

const running = () => follow(table(), 'b', 'enter');

const finished = {type: 'job-finished', progress: initialProgress, at: 1} as const;

describe('the picker of profiles', () => {
	test('has the profile in use in its place, also where nobody has used it yet', () => {
		expect(names(open())).toEqual(['default', 'anna', 'bob', '小明']);
		expect(names(open([], plain()))).toEqual(['default']);
		expect(names(open([makeProfile('anna')]))).toEqual(['default', 'anna', 'bob']);
		expect(names(open(three, plain()))).toEqual(['default', 'anna', '小明']);
		expect(current(open())).toBe('bob');
	});

	test('shows the profile in use as it is, whatever was read of it', () => {
		const [, , own] = shownProfiles(pickerOf(open([...three, makeProfile('bob')])));
		expect(own).toEqual({name: 'bob', account: table().account, folder: table().folder});
	});

	test('moves by the usual keys without leaving its ends', () => {
		const many = open(makeProfiles(35), plain());
		expect(current(many)).toBe('default');
		expect(current(follow(many, 'j', 'down', 'k'))).toBe('athlete-01');
		expect(current(follow(many, 'k', 'up'))).toBe('default');
		expect(current(follow(many, 'G', 'j'))).toBe('athlete-35');
		expect(current(follow(many, 'end', 'home'))).toBe('default');
		expect(current(follow(many, 'pagedown'))).toBe('athlete-17');
		expect(current(follow(many, '^d', '^u'))).toBe('default');
	});

	test('leads to the profile under the cursor, and closes on the one in use', () => {
		expect(next(follow(open(), 'k', 'enter'))).toBe('anna');
		const same = follow(open(), 'enter');
		expect(same.exit).toBeUndefined();
		expect(same.overlay).toBeUndefined();
	});

	test.each(['escape', 'q', 'P'])('is left by %s, and nothing has changed', (key) => {
		const before = table();
		expect(follow(open(three, before), 'j', key)).toEqual(before);
	});

	test('answers keys that were pressed before the list was there', () => {
		const early = follow(table(), 'P', 'k', 'enter');
		expect(early.exit).toBeUndefined();
		expect(next(follow(early, read(three)))).toBe('anna');
		const burst = follow(table(), 'P', '/', '小', 'enter', 'j', read(three));
		expect(next(burst)).toBe('小明');
		expect(burst.ahead).toHaveLength(1);
		expect(follow(table(), 'P', 'j', '^c').exit).toMatchObject({exitCode: 130});
	});

	test('finds by words of name, account and folder, without accents', () => {
		const all = open([...three, makeProfile('zoë', {folder: '/mnt/club/z'})]);
		expect(names(follow(all, '/', ...'zoe'))).toEqual(['zoë']);
		expect(names(follow(all, '/', ...'CLUB'))).toEqual(['zoë']);
		expect(names(follow(all, '/', ...'club', 'space', ...'example'))).toEqual(['zoë']);
		expect(names(follow(all, '/', ...'club', 'space', ...'anna'))).toEqual([]);
		expect(names(reduce(follow(all, '/'), {type: 'pasted', text: '小明\n'}))).toEqual(['小明']);
		expect(next(follow(all, '/', ...'example', 'down', 'enter'))).toBe('anna');
		expect(follow(all, '/', 'x', 'y', 'enter').exit).toBeUndefined();
	});

	test('shows all again after a search, with the cursor on what was found', () => {
		const found = follow(open(makeProfiles(35), plain()), '/', ...'20');
		expect(names(found)).toEqual(['athlete-20']);
		const all = follow(found, 'escape');
		expect(names(all)).toHaveLength(36);
		expect(current(all)).toBe('athlete-20');
		expect(follow(all, 'escape').overlay).toBeUndefined();
	});

	test('takes every letter for a search and for a name', () => {
		expect(pickerOf(follow(open(), '/', ...'qPjn?')).text?.field.before).toBe('qPjn?');
		expect(pickerOf(follow(open(), 'n', ...'qPj/?')).text?.field.before).toBe('qPj/?');
	});

	test('says why it could not be read', () => {
		const error = toErrorReport(new KnownError('no-permission'));
		expect(pickerOf(follow(table(), 'P', {type: 'profiles-failed', error}))).toMatchObject({
			entries: [],
			failure: error,
		});
	});

	test('stays while news change what lies below, and forgets nothing of it', () => {
		const error = toErrorReport(new KnownError('session-expired'));
		const out = follow(open(), {type: 'list-failed', error});
		expect(out.screen.name).toBe('sign-in');
		expect(current(out)).toBe('bob');
		const done = follow(running(), 'P', read(three), finished);
		expect(done.screen.name).toBe('summary');
		expect(current(done)).toBe('bob');
	});

	test('opens from the sign-in by a key that types nothing', () => {
		const signIn = follow(table(), {type: 'sign-in-asked'});
		expect(follow(signIn, 'P').overlay).toBeUndefined();
		expect(follow(signIn, '^p').overlay?.name).toBe('profiles');
	});

	test('has nothing to choose, to find or to begin in the demo', () => {
		const demo = follow(plain(true), 'P');
		expect(pickerOf(demo)).toMatchObject({entries: [], text: undefined});
		expect(pickerOf(follow(demo, 'n', '/', 'enter', 'j'))).toEqual(pickerOf(demo));
		expect(follow(demo, 'escape').overlay).toBeUndefined();
	});
});

describe('a new profile', () => {
	const named = (name: string) => follow(open(), 'n', ...name, 'enter');

	test('is begun under a name as every system keeps it', () => {
		expect(next(named('Chloé'))).toBe('chloé');
		expect(next(named('王芳'))).toBe('王芳');
	});

	test.each(['../x', 'con', 'a b', 'a'.repeat(65)])('is not begun as %s', (name) => {
		const refused = follow(open(), 'n', {type: 'field-typed', text: name}, 'enter');
		expect(refused.exit).toBeUndefined();
		expect(pickerOf(refused).failure?.message).toMatch(/^A profile's name is made of letters/);
		expect(pickerOf(follow(refused, 'backspace')).failure).toBeUndefined();
	});

	test('is the one there is, where the name is taken', () => {
		expect(next(named('ANNA'))).toBe('anna');
		expect(next(named('default'))).toBe('default');
		expect(named('bob')).toMatchObject({exit: undefined, overlay: undefined});
	});

	test('needs a name, and is given up by Esc', () => {
		expect(named('').exit).toBeUndefined();
		const back = follow(open(), 'n', 'x', 'escape');
		expect(pickerOf(back).text).toBeUndefined();
		expect(current(back)).toBe('bob');
	});
});

describe('a change while a backup runs', () => {
	const asked = () => follow(running(), 'P', read(three), 'k', 'enter');

	test('asks first', () => {
		expect(asked().overlay).toEqual({name: 'change', to: 'anna'});
		expect(asked().exit).toBeUndefined();
		for (const key of ['n', 'escape', 'q']) {
			const kept = follow(asked(), key);
			expect(kept.overlay).toBeUndefined();
			expect(kept.screen).toMatchObject({name: 'backup', job: {isStopping: false}});
		}
	});

	test('waits for what is under way', () => {
		const stopping = follow(asked(), 'y');
		expect(stopping.screen).toMatchObject({name: 'backup', job: {isStopping: true}});
		expect(stopping.exit).toBeUndefined();
		expect(next(follow(stopping, finished))).toBe('anna');
	});

	test.each([
		['quitting', ['q', 'y', finished], 0],
		['the system', [{type: 'terminated'}, finished], 0],
		['Ctrl-C', ['^c'], 130],
	] as const)('is given up where %s ends the app', (_, steps, exitCode) => {
		const ended = follow(asked(), 'y', ...steps);
		expect(ended.exit).toMatchObject({exitCode});
		expect(next(ended)).toBeUndefined();
	});

	test('is asked no more once the backup has ended', () => {
		const ended = follow(asked(), finished);
		expect(ended.overlay).toBeUndefined();
		expect(follow(ended, 'y').exit).toBeUndefined();
	});
});

test('what is typed after a choice is meant for the next profile', () => {
	const left = follow(open(), 'k', 'enter', 'j', 'space');
	expect(left.ahead.map((typed) => (typed.type === 'pasted' ? typed.text : typed.key))).toEqual([
		'j',
		'space',
	]);
	const quit = follow(table(), 'q', 'j');
	expect(quit.ahead).toEqual([]);
});
