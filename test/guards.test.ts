import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {guards} from '../scripts/guards/list.js';
import {expectMadePart} from './helpers/made-part.js';

describe.each(guards)('the guard of: $promise', ({file, guard, without, test: witness, name}) => {
	test('stands where the list says, once', () => {
		expect(readFileSync(file, 'utf8').split(guard)).toHaveLength(2);
		expect(without).not.toBe(guard);
	});

	test('has a test of that name', () => {
		// What comes later may be a name of one case of many.
		expect(readFileSync(witness, 'utf8')).toContain(name.slice(0, 24));
	});
});

test('docs/trust.md lists them all', () => {
	const rows = guards.map(({promise, file, test: witness}) => {
		const short = (name: string) => `\`${name.replace(/^(?:source|test)\//, '')}\``;
		return `| ${promise} | ${short(file)} | ${short(witness)} |`;
	});
	expectMadePart('docs/trust.md', 'guards', [
		'| promise | kept in `source/` | fails without it, in `test/` |',
		'|---|---|---|',
		...rows,
	]);
});
