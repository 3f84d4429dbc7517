import {readdirSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {errorTable} from '../../source/domain/error-table.js';
import {projectRoot, readProject} from '../helpers/consumer.js';
import {checkJsonLines, createValidators, lineFault, readSchema} from '../helpers/json-lines.js';
import {expectMadePart} from '../helpers/made-part.js';

const page = 'docs/json.md';

const types = (text: string): string[] =>
	[...text.matchAll(/readonly type: '([\w-]+)'/g)].map(([, type]) => type!);

describe('the schema of --json', () => {
	test('is a schema, and names every definition in the field’s own terms', () => {
		const schema = readSchema();
		const validator = createValidators(schema);
		for (const name of Object.keys(schema.$defs)) {
			expect(typeof validator(name), name).toBe('function');
		}
	});

	test('knows every type of event there is in the source', () => {
		const text = JSON.stringify(readSchema());
		const files = readdirSync(path.join(projectRoot, 'source'), {recursive: true, encoding: 'utf8'})
			.filter((file) => /^(backup|services)[\\/].*\.ts$/.test(file))
			.map((file) => readProject(path.join('source', file)));
		const all = new Set(files.flatMap(types));
		expect(all.size).toBeGreaterThan(15);
		expect([...all].filter((type) => !text.includes(`{"const":"${type}"}`))).toEqual([]);
	});

	test('notices a key too many, one too few, a wrong type, and a line that is none', () => {
		const line = {type: 'verifying', checked: 1, total: 2};
		expect(lineFault('verify', line)).toBeUndefined();
		expect(lineFault('verify', {...line, more: 1})).toContain('more');
		expect(lineFault('verify', {type: 'verifying', checked: 1})).toContain('total');
		expect(lineFault('verify', {...line, checked: '1'})).toContain('checked');
		expect(lineFault('doctor', line)).toContain('no line of doctor');
		const text = JSON.stringify({...line, more: 1});
		expect(() => checkJsonLines(['verify', '--json'], {}, `${text}\n`)).toThrow('more');
		expect(() => checkJsonLines(['verify'], {COROS_TUI_JSON: '1'}, `${text}\n`)).toThrow('more');
		expect(() => checkJsonLines(['verify', '--json'], {}, 'text\n')).toThrow('JSON');
		checkJsonLines(['verify', '--json'], {}, `${JSON.stringify(line)}\n{"type":"verif`);
		checkJsonLines(['verify'], {}, 'text\n');
	});

	test('lets keys be that come later', () => {
		const validate = createValidators(readSchema())('verify');
		expect(validate({type: 'verifying', checked: 1, total: 2, more: 3})).toBe(true);
	});
});

describe(page, () => {
	const text = readProject(page);
	const blocks = [...text.matchAll(/^```json (\w+)\n(.*?)^```$/gms)];

	test('has examples, each a line as the program prints it', () => {
		expect(blocks.length).toBeGreaterThanOrEqual(8);
		for (const [, command = '', lines = ''] of blocks) {
			for (const line of lines.trim().split('\n')) {
				expect(lineFault(command, JSON.parse(line))).toBeUndefined();
			}
		}
	});

	test('names every type of line', () => {
		const schema = JSON.stringify(readSchema());
		const all = [...schema.matchAll(/"type":\{"const":"([\w-]+)"/g)].map(([, type]) => type!);
		expect(all.length).toBeGreaterThan(20);
		expect(all.filter((type) => !text.includes(`\`${type}\``))).toEqual([]);
	});

	test('lists the codes of all errors', () => {
		const rows = Object.entries(errorTable).map(
			([code, {what, exit}]) => `| \`${code}\` | ${exit} | ${what} |`,
		);
		expectMadePart(page, 'codes', ['| code | exit | means |', '|---|---|---|', ...rows]);
	});
});
