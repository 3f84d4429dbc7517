import {describe, expect, test} from 'vitest';
import {exportFormats} from '../../source/domain/export-format.js';
import {parseFileName, parseMetadataName, toTemporaryName} from '../../source/domain/file-name.js';
import {
	isDated,
	type NameFacts,
	nameFields,
	namePresets,
	templateFault,
	toTemplate,
	toTemplateMetadataName,
	toTemplateName,
} from '../../source/domain/name-template.js';
import {nameFault} from '../../source/domain/portable-name.js';
import {fc} from '../helpers/fast-check.js';

const facts: NameFacts = {
	id: '476018273645546497',
	day: '2025-01-10',
	startTime: Date.parse('2025-01-10T06:15:07Z') / 1000,
	utcOffsetMinutes: 60,
	name: 'Morning Run',
	sportType: 102,
	device: 'COROS PACE 3',
};

describe('a template', () => {
	test.each([
		['{date}_{id}', '2025-01-10_476018273645546497.fit'],
		[namePresets['by-year'], '2025/2025-01-10_476018273645546497.fit'],
		[namePresets.goldencheetah, '2025_01_10_07_15_07.476018273645546497.fit'],
		[
			'{sport}/{year}-{month}/{time} {name} ({device}) {id}',
			'trail-run/2025-01/07-15-07 Morning Run (COROS PACE 3) 476018273645546497.fit',
		],
	])('%s', (template, name) => {
		expect(templateFault(template)).toBeUndefined();
		expect(toTemplateName(template, facts, 'fit')).toBe(name);
		expect(toTemplateMetadataName(template, facts)).toBe(name.replace('.fit', '-metadata.json'));
	});

	test('is dated where the id and the day are all it needs', () => {
		expect(Object.values(namePresets).map(isDated)).toEqual([true, true, false]);
	});

	test.each([
		['{date}', 'has to end in {id}'],
		['{id}_{name}', 'has to end in {id}'],
		['{id}/{name}', 'has to end in {id}'],
		['{name}{id}', 'has to end in {id}'],
		['{title}_{id}', 'no {title}'],
		['{date_{id}', 'stands alone'],
		['/{date}_{id}', 'is no name'],
		['../{date}_{id}', 'is no name'],
		['{year}//{id}', 'is no name'],
		['C:\\{date}_{id}', 'does not allow'],
		['{year}\\{date}_{id}', 'a / parts its folders'],
		['a*b_{id}', 'does not allow'],
		['con/{id}', 'keeps for a device'],
		['.hidden/{id}', 'would be hidden'],
		['Damaged/{id}', 'damaged files'],
		['{year}/wellness/{id}', 'files of --wellness'],
		['a/b/c/d/e/{id}', 'more than 4 folders'],
		[`${'x'.repeat(300)}_{id}`, 'too long'],
	])('%s is refused: %s', (template, reason) => {
		expect(templateFault(template)).toContain(reason);
		expect(toTemplate(template)).toBeUndefined();
	});

	test('has a name where it is a preset', () => {
		expect(toTemplate('by-year')).toBe('{year}/{date}_{id}');
		expect(toTemplate('{name}-{id}')).toBe('{name}-{id}');
	});

	test('without a start is at midnight, without a name unnamed', () => {
		const bare = {...facts, startTime: undefined, name: ' .. ', device: undefined, sportType: 77};
		expect(toTemplateName('{time} {name} {device} {sport} {id}', bare, 'gpx')).toBe(
			`00-00-00 unnamed unknown-device sport-77 ${facts.id}.gpx`,
		);
	});

	test('makes names that stand on every system and lead back, whatever people write', () => {
		const text = fc.oneof(
			fc.string({unit: 'binary', maxLength: 300, size: 'max'}),
			fc.string({unit: 'grapheme', maxLength: 300, size: 'max'}),
			fc.constantFrom('CON', 'damaged', '../../etc', 'a/b\\c', '.', 'nul.txt', '{id}', '\u202Efit'),
		);
		const templates = fc.constantFrom(
			'{name}/{device}/{name} {id}',
			'{device}_{name}_{id}',
			'{name}{name}{name}{name}/{id}',
			...Object.values(namePresets),
		);
		fc.assert(
			fc.property(
				templates,
				text,
				text,
				fc.bigInt(1n, 10n ** 24n - 1n),
				fc.constantFrom(...exportFormats),
				(template, name, device, number, format) => {
					const one = {...facts, name, device, id: String(number)};
					const file = toTemplateName(template, one, format);
					const parts = file.split('/');
					for (const part of parts) {
						expect(nameFault(part)).toBeUndefined();
						expect(part.startsWith('.')).toBe(false);
						expect(part.toLowerCase()).not.toBe('damaged');
					}

					expect(nameFault(toTemporaryName(parts.at(-1)!))).toBeUndefined();
					expect(parseFileName(parts.at(-1)!)).toEqual({id: one.id, format});
					const metadata = toTemplateMetadataName(template, one).split('/').at(-1)!;
					expect(parseMetadataName(metadata)).toBe(one.id);
					expect(nameFault(toTemporaryName(metadata))).toBeUndefined();
				},
			),
			{numRuns: 500},
		);
	});

	test('knows these fields and no others', () => {
		expect(nameFields).toEqual(
			'id date year month day time hour minute second sport name device'.split(' '),
		);
	});
});
