import {describe, expect, test} from 'vitest';
import {exportFormats} from '../../source/domain/export-format.js';
import {
	isTemporaryName,
	parseFileName,
	parseMetadataName,
	toFileName,
	toMetadataName,
	toTemporaryName,
} from '../../source/domain/file-name.js';
import {fc} from '../helpers/fast-check.js';

const activity = {id: '476018273645546497', day: '2025-01-10'};

describe('file names', () => {
	test('are the local day, the id and the format', () => {
		expect(toFileName(activity, 'fit')).toBe('2025-01-10_476018273645546497.fit');
		expect(toMetadataName(activity)).toBe('2025-01-10_476018273645546497-metadata.json');
	});

	test('are read back, whatever the id', () => {
		fc.assert(
			fc.property(
				fc.bigInt(1n, 10n ** 24n - 1n),
				fc.constantFrom(...exportFormats),
				(id, format) => {
					const one = {id: String(id), day: '2025-01-10'};
					expect(parseFileName(toFileName(one, format))).toEqual({id: one.id, format});
					expect(parseMetadataName(toMetadataName(one))).toBe(one.id);
				},
			),
		);
	});

	test.each([
		['2025-01-10_Morning Run_476018273645546497.fit', '476018273645546497'],
		['2025-01-10 Morning Run 476018273645546497.GPX', '476018273645546497'],
		['1736496000_Lauf_476018273645546497.tcx', '476018273645546497'],
		['476018273645546497.fit', '476018273645546497'],
	])('of other tools are known by their id: %s', (name, id) => {
		expect(parseFileName(name)?.id).toBe(id);
	});

	test.each([
		'notes.txt',
		'Dorset_Walk20240529111151.fit',
		'2025-01-10_476018273645546497-metadata.json',
		'2025-01-10_476018273645546497.fit.damaged',
		'.2025-01-10_476018273645546497.fit.0badcafe.part',
		'476018273645546497.zip',
		'.corosexport_state.json',
	])('of the user’s own are left alone: %s', (name) => {
		expect(parseFileName(name)).toBeUndefined();
	});

	test('that are temporary are hidden, told apart and never an export', () => {
		const name = toTemporaryName(toFileName(activity, 'fit'));
		expect(name.startsWith('.')).toBe(true);
		expect(isTemporaryName(name)).toBe(true);
		expect(parseFileName(name)).toBeUndefined();
		expect(isTemporaryName('.notes.part')).toBe(false);
	});
});
