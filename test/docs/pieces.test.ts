import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {projectRoot, readProject} from '../helpers/consumer.js';
import {type Keeper, keepers, keeps} from './keepers.js';
import {pages, readPieces} from './page-pieces.js';

const pieces = pages().flatMap((page) => readPieces(page));

const toName = ({page, language, text}: (typeof pieces)[number]) =>
	`${page}: ${language} ${text.slice(0, 60)}`;

describe('what the pages show in blocks', () => {
	test('is found, whatever fence and language a block has', () => {
		expect(pieces.length).toBeGreaterThan(60);
		const fences = pages().flatMap((page) => readProject(page).match(/^ *(?:```|~~~).*$/gm) ?? []);
		const blocks = new Set(pieces.map(({page, text}) => `${page} ${text}`));
		expect(blocks.size).toBeGreaterThanOrEqual(fences.length / 2);
		const text =
			'~~~sh\n# why\none \\\n  two   # so\nthree\n~~~\n````\nfour\n````\n```ini\nfive\n```\n';
		expect(readPieces('a page', text).map((piece) => piece.text)).toEqual([
			'one two',
			'three',
			'four\n',
			'five\n',
		]);
	});

	test('is run by somebody, each piece, or says why it cannot be', () => {
		const without = pieces.filter((piece) => !keepers.some((keeper) => keeps(keeper, piece)));
		expect(without.map(toName)).toEqual([]);
		const twice = pieces.filter(
			(piece) => keepers.filter((keeper) => keeps(keeper, piece)).length > 1,
		);
		expect(twice.map(toName)).toEqual([]);
	});

	test('has no keeper that keeps nothing', () => {
		const idle = keepers.filter((keeper) => !pieces.some((piece) => keeps(keeper, piece)));
		expect(idle).toEqual([]);
	});
});

/** What a file that runs pieces has to say, so that it does: it asks for them, or holds them. */
const knows = (file: string, keeper: Keeper): boolean => {
	const text = readProject(file);
	if (keeper.example !== undefined) {
		return text.includes(keeper.example) || text.includes(path.posix.basename(keeper.example));
	}

	if (/^(?:sh|console)$/.test(keeper.language) && /^test\/recipes\//.test(file)) {
		return text.includes(`commandsFor('${file}', `);
	}

	if (/^(?:sh|console)$/.test(keeper.language)) {
		const commands = pieces.filter((piece) => keeps(keeper, piece)).map((piece) => piece.text);
		// Word for word: `npm ci && npm test` has two of them.
		return commands.every((command) =>
			command
				.split(' && ')
				.every((one) => text.includes(one.replace(/^npm install \S+$/, 'install'))),
		);
	}

	return text.includes(keeper.page);
};

describe.each(
	keepers.flatMap((keeper) =>
		'by' in keeper ? keeper.by.map((file) => ({file, keeper, page: keeper.page})) : [],
	),
)('$file', ({file, keeper}) => {
	test(`runs what it keeps of ${keeper.page}: ${keeper.example ?? keeper.like ?? keeper.language}`, () => {
		expect(existsSync(path.join(projectRoot, file)), file).toBe(true);
		expect(knows(file, keeper)).toBe(true);
	});
});

test('every script and benchmark that a page names is there', () => {
	const {scripts} = JSON.parse(readProject('package.json')) as {scripts: object};
	const named = pages()
		.filter((page) => page !== 'CHANGELOG.md')
		.flatMap((page) => [
			...readProject(page).matchAll(/npm run ([\w-]+)(?: (?:-- )?([a-z][\w-]*))?/g),
		]);
	expect(named.length).toBeGreaterThan(20);
	for (const [text, script = '', word] of named) {
		expect(Object.keys(scripts), text).toContain(script);
		if (script === 'bench' && word !== undefined) {
			expect(readdirSync(path.join(projectRoot, 'bench')), text).toContain(`${word}.ts`);
		}
	}

	const tests = pages().flatMap((page) => [
		...readProject(page).matchAll(/npx vitest run((?: test\/[\w/.-]+)+)/g),
	]);
	expect(tests.length).toBeGreaterThan(3);
	const files = readdirSync(path.join(projectRoot, 'test'), {
		recursive: true,
		encoding: 'utf8',
	}).map((name) => `test/${name.split(path.sep).join('/')}`);
	for (const [text, names = ''] of tests) {
		for (const name of names.trim().split(' ')) {
			expect(
				files.some((file) => file.startsWith(name)),
				text,
			).toBe(true);
		}
	}
});
