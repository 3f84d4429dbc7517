import {expect, test} from 'vitest';
import {defaultSettings, readSettings} from '../../source/domain/settings.js';
import {fc} from '../helpers/fast-check.js';

test('settings come back as they were chosen', () => {
	const chosen = {
		folder: '/home/ann/coros',
		formats: ['fit', 'gpx'],
		extras: ['details', 'convert'],
		nameTemplate: '{year}/{sport}_{id}',
		concurrency: 3,
		units: 'imperial',
		theme: 'light',
		symbols: 'ascii',
		mouse: false,
	} as const;
	expect(readSettings(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
});

test('what does not fit is as if never chosen', () => {
	expect(
		readSettings({folder: 7, formats: ['mp3'], concurrency: 0, units: 'furlongs', mouse: 'yes'}),
	).toEqual(defaultSettings);
	expect(readSettings({extras: ['films', 7], nameTemplate: '../{date}', formats: 'fit'})).toEqual(
		defaultSettings,
	);
	expect(readSettings({concurrency: 5000}).concurrency).toBe(32);
});

test('nothing that a settings file may hold makes it throw', () => {
	fc.assert(
		fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (stored) => {
			expect(() => readSettings(stored)).not.toThrow();
		}),
	);
});
