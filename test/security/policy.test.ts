import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';

const policy = readFileSync('SECURITY.md', 'utf8');
const [, part = ''] = /<!-- guarantees[^>]*-->(.*)<!-- \/guarantees -->/s.exec(policy) ?? [];
const lines = part.split('\n').filter((line) => line.startsWith('- '));

const toClaim = (line: string) => {
	const [, what, file, title] = /^- (.+): `([^`]+)` “(.+)”$/.exec(line) ?? [];
	return {what, file, title};
};

/** Titles as they stand in a test, in quotes of any kind; `%i` may be a template's expression. */
const hasTest = (file: string, title: string): boolean => {
	const source = readFileSync(file, 'utf8').replaceAll(/\$\{\w+\}/g, '%i');
	return [`'${title}'`, `"${title}"`, `\`${title}\``].some((quoted) => source.includes(quoted));
};

describe('SECURITY.md', () => {
	test('promises something', () => {
		expect(lines.length).toBeGreaterThan(20);
	});

	test.each(lines)('names a test that exists: %s', (line) => {
		const {what, file = '', title = ''} = toClaim(line);
		expect(what, line).toBeDefined();
		expect(hasTest(file, title), `${file}: ${title}`).toBe(true);
	});

	test('would not pass with a test that does not exist', () => {
		expect(hasTest('test/commands/cli.test.ts', 'there is no such test')).toBe(false);
	});
});
