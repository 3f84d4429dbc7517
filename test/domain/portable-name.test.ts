import {describe, expect, test} from 'vitest';
import {exportFormats} from '../../source/domain/export-format.js';
import {toFileName, toMetadataName, toTemporaryName} from '../../source/domain/file-name.js';
import {
	nameFault,
	toNameKey,
	toPortablePart,
	windowsPathFault,
} from '../../source/domain/portable-name.js';
import {fc} from '../helpers/fast-check.js';

const device = 'is a name that Windows keeps for a device';
const dropped = 'ends in a dot or a space, which Windows drops';
const character = 'holds a character that Windows does not allow';

describe('a name', () => {
	test.each([
		['CON', device],
		['con.fit', device],
		['Nul', device],
		['aux.tar.gz', device],
		['COM1', device],
		['lpt9.txt', device],
		['COM¹', device],
		['CONIN$', device],
		['prn .txt', device],
		['a.', dropped],
		['a ', dropped],
		['a:b', character],
		['a/b', character],
		['a\\b', character],
		['what?', character],
		['a\u0007', character],
		['', 'is no name'],
		['..', 'is no name'],
		['ä'.repeat(128), 'is too long'],
	])('%j %s', (name, fault) => {
		expect(nameFault(name)).toBe(fault);
	});

	test.each(['console', 'COM10', 'com', 'null', 'LPT', 'a.con', '.hidden', 'ä'.repeat(127)])(
		'%j can stand anywhere',
		(name) => {
			expect(nameFault(name)).toBeUndefined();
		},
	);

	test('of the program can stand anywhere, whatever the id and the day', () => {
		const day = fc
			.date({min: new Date(0), max: new Date('2999-12-31'), noInvalidDate: true})
			.map((date) => date.toISOString().slice(0, 10));
		const id = fc.bigInt(1n, 10n ** 24n - 1n).map(String);
		fc.assert(
			fc.property(day, id, fc.constantFrom(...exportFormats), (localDay, own, format) => {
				const activity = {day: localDay, id: own};
				const names = [toFileName(activity, format), toMetadataName(activity)];
				for (const name of [...names, ...names.map(toTemporaryName)]) {
					expect(nameFault(name)).toBeUndefined();
					expect(toNameKey(name)).toBe(name); // Nothing that case or accents could confuse.
				}
			}),
		);
	});
});

describe('a path on Windows', () => {
	test.each([
		['C:\\Users\\ann\\coros_activities', undefined],
		['\\\\server\\share\\coros', undefined],
		['\\\\?\\C:\\coros', undefined],
		['..\\.\\coros', undefined],
		['C:/Users/ann/coros', undefined],
		[`C:\\${'long\\'.repeat(80)}`, undefined],
		['C:\\aux\\coros', `aux ${device}`],
		['backup.', `backup. ${dropped}`],
		['D:\\my backup \\coros', `my backup  ${dropped}`],
		['D:\\2026:11', `2026:11 ${character}`],
	])('%s: %s', (path, fault) => {
		expect(windowsPathFault(path)).toBe(fault);
	});

	test('is faulty just where one of its names is', () => {
		const name = fc.string({minLength: 1, maxLength: 12}).filter((text) => !/[\\/:]/.test(text));
		fc.assert(
			fc.property(fc.array(name, {minLength: 1, maxLength: 5}), (names) => {
				const real = names.filter((one) => one !== '.' && one !== '..');
				const isFaulty = real.some((one) => nameFault(one) !== undefined);
				expect(windowsPathFault(`C:\\${names.join('\\')}`) !== undefined).toBe(isFaulty);
			}),
		);
	});
});

describe('two names', () => {
	test.each([
		['é.fit', 'e\u0301.fit'],
		['Lauf.FIT', 'lauf.fit'],
		['ÄÖÜ.gpx', 'a\u0308o\u0308u\u0308.gpx'],
	])('%s and %s are one on some systems', (a, b) => {
		expect(toNameKey(a)).toBe(toNameKey(b));
	});

	test('stay one through decomposition and case, whatever they are', () => {
		fc.assert(
			fc.property(fc.string({unit: 'grapheme', maxLength: 20}), (name) => {
				expect(toNameKey(name.normalize('NFD'))).toBe(toNameKey(name.normalize('NFC')));
				expect(toNameKey(toNameKey(name))).toBe(toNameKey(name));
			}),
		);
	});
});

test.each([
	['Morning Run', 'Morning Run'],
	['a/b\\c:d*?"e"<f>|{g}', 'a-b-c-d-e-f-g-'],
	['Run\u0000\u202Efit\u2028\u200Bx', 'Run fit x'],
	['  two\t\nlines ', 'two lines'],
	['..hidden.', 'hidden'],
	['e\u0301te\u0301', '\u00E9t\u00E9'],
	['...', ''],
])('%j is %j as a part of a name', (text, part) => {
	expect(toPortablePart(text, 100)).toBe(part);
});

test.each([
	['🏃🏃🏃', 9, '🏃🏃'],
	['abc. def', 5, 'abc'],
	['ünf', 2, 'ü'],
])('%j in %i bytes is %j: whole letters, and no dot or space at the end', (text, bytes, part) => {
	expect(toPortablePart(text, bytes)).toBe(part);
});
