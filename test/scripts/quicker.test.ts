import {rmSync} from 'node:fs';
import {mkdtemp, readFile} from 'node:fs/promises';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import type * as InkModule from 'ink';
import type * as React from 'react';
import stringWidth from 'string-width';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {fc} from '../helpers/fast-check.js';
import {wickedNames} from '../ui/activities.js';

// The build makes some dependencies quicker. Both kinds of them are bundled here as the program is,
// and have to do the same.

type Parts = {
	readonly Ink: typeof InkModule;
	readonly h: typeof React.createElement;
	readonly stringWidth: typeof stringWidth;
	readonly wrapAnsi: (text: string, columns: number, options?: object) => string;
	readonly lineUpdate: (previous: string, next: string, columns?: number) => string;
};

const root = path.resolve(import.meta.dirname, '../..');
let folder: string;
let plain: Parts;
let quick: Parts;

beforeAll(async () => {
	folder = await mkdtemp(path.join(root, 'node_modules/.test-quicker-'));
	process.env.FORCE_COLOR = '3';
	const load = async (name: string, quicker: boolean): Promise<Parts> => {
		const scripts = pathToFileURL(path.join(root, 'scripts/')).href;
		const {bundle} = await import(`${scripts}bundle.js`);
		const plugins = quicker ? [(await import(`${scripts}quicker.js`)).quicker] : [];
		const outdir = path.join(folder, name);
		await bundle(['test/scripts/parts.js'], outdir, {plugins});
		return import(pathToFileURL(path.join(outdir, 'parts.js')).href);
	};
	plain = await load('plain', false);
	quick = await load('quick', true);
});

afterAll(() => {
	delete process.env.FORCE_COLOR;
	rmSync(folder, {recursive: true});
});

const pieces = [
	...wickedNames,
	...[
		'a',
		'Run 12',
		'─│╭╯',
		'·',
		'❯ [x]',
		'…',
		'✓',
		'◐',
		'↑↓',
		'é',
		'e\u0301',
		'\u00AD',
		'⌚',
		'©\uFE0F',
	],
	...[
		'1\uFE0F\u20E3',
		'👩‍🚀',
		'🇩🇪',
		'🇩',
		'⠟',
		'ｱﾞ',
		'각',
		'\u1100\u1161',
		'\u200B',
		'\uD800',
		'\u2028',
	],
	...[
		'\u001B[31m',
		'\u001B[39m',
		'\u001B[1mbold\u001B[22m',
		'\u001B[2J',
		'\u009B4mu',
		'\t',
		'\n',
		'  ',
	],
];
const text = fc
	.array(fc.oneof(fc.constantFrom(...pieces), fc.string({maxLength: 12})), {maxLength: 6})
	.map((parts) => parts.join(''));

describe('the width of a text', () => {
	test('is the same for every code point, alone and between letters', () => {
		const differing: string[] = [];
		// Two planes hold everything that is wide, joined or an emoji.
		for (let code = 0; code <= 0x1ffff; code += 1) {
			const character = String.fromCodePoint(code);
			const samples = code < 0x3000 ? [character, `a${character}b`, `·${character}`] : [character];
			for (const sample of samples) {
				if (quick.stringWidth(sample) !== stringWidth(sample)) {
					differing.push(`U+${code.toString(16)}`);
				}
			}
		}

		expect(differing).toEqual([]);
	}, 120_000);

	test('is the same for every text', () => {
		fc.assert(
			fc.property(text, fc.boolean(), (sample, ambiguousIsNarrow) => {
				const options = {ambiguousIsNarrow};
				expect(quick.stringWidth(sample, options)).toBe(stringWidth(sample, options));
			}),
			{numRuns: 1000},
		);
	});
});

test('text is wrapped in the same way', () => {
	fc.assert(
		fc.property(text, fc.integer({min: 1, max: 30}), fc.boolean(), (sample, columns, hard) => {
			expect(quick.wrapAnsi(sample, columns, {hard})).toBe(plain.wrapAnsi(sample, columns, {hard}));
		}),
		{numRuns: 1000},
	);
});

test('a line is changed by the same bytes', () => {
	const columns = fc.option(fc.integer({min: 1, max: 60}), {nil: undefined});
	fc.assert(
		fc.property(text, text, text, columns, (same, before, after, width) => {
			const lines = [same + before, same + after] as const;
			expect(quick.lineUpdate(...lines, width)).toBe(plain.lineUpdate(...lines, width));
		}),
		{numRuns: 3000},
	);
});

type Tree =
	| {
			readonly kind: 'text';
			readonly props: InkModule.TextProps;
			readonly children: readonly string[];
	  }
	| {readonly kind: 'box'; readonly props: InkModule.BoxProps; readonly children: readonly Tree[]};

const style = fc.record(
	{
		color: fc.constantFrom('red', '#00ff88'),
		backgroundColor: fc.constantFrom('blue', 'ansi256(200)'),
		bold: fc.boolean(),
		dimColor: fc.boolean(),
		inverse: fc.boolean(),
		underline: fc.boolean(),
		wrap: fc.constantFrom('wrap', 'truncate', 'truncate-middle', 'hard'),
	},
	{requiredKeys: []},
) as fc.Arbitrary<InkModule.TextProps>;

const boxStyle = fc.record(
	{
		flexDirection: fc.constantFrom('row', 'column'),
		width: fc.integer({min: 0, max: 30}),
		height: fc.integer({min: 0, max: 6}),
		paddingX: fc.integer({min: 0, max: 2}),
		marginLeft: fc.integer({min: -4, max: 4}),
		marginTop: fc.integer({min: -2, max: 2}),
		overflow: fc.constantFrom('hidden', 'visible'),
		borderStyle: fc.constantFrom('round', 'classic'),
		backgroundColor: fc.constantFrom('green'),
		position: fc.constantFrom('absolute', 'relative'),
		flexShrink: fc.constantFrom(0, 1),
	},
	{requiredKeys: []},
) as fc.Arbitrary<InkModule.BoxProps>;

const {tree} = fc.letrec<{tree: Tree; leaf: Tree; box: Tree}>((tie) => ({
	tree: fc.oneof({maxDepth: 3, withCrossShrink: true}, tie('leaf'), tie('box')),
	leaf: fc.record({
		kind: fc.constant('text' as const),
		props: style,
		children: fc.array(text, {maxLength: 3}),
	}),
	box: fc.record({
		kind: fc.constant('box' as const),
		props: boxStyle,
		children: fc.array(tie('tree'), {maxLength: 4}),
	}),
}));

const paint = ({Ink, h}: Parts, frame: Tree, columns: number): string => {
	const toElement = (node: Tree, key: number): React.ReactElement =>
		node.kind === 'text'
			? h(Ink.Text, {...node.props, key}, ...node.children)
			: h(Ink.Box, {...node.props, key}, ...node.children.map(toElement));
	return Ink.renderToString(toElement(frame, 0), {columns});
};

describe('a painted frame', () => {
	test('is the same, cell for cell and style for style, whatever was painted before', () => {
		fc.assert(
			fc.property(tree, fc.integer({min: 1, max: 60}), (frame, columns) => {
				expect(paint(quick, frame, columns)).toBe(paint(plain, frame, columns));
			}),
			// Whole frames are slow to make smaller: the first that differs tells enough.
			{numRuns: 400, endOnFailure: true},
		);
	}, 60_000);
});

test('what is changed is found exactly once, or the build fails', async () => {
	const {quicken} = await import(pathToFileURL(path.join(root, 'scripts/quicker.js')).href);
	const file = 'ink/build/sanitize-ansi.js';
	const source = await readFile(path.join(root, 'node_modules', file), 'utf8');
	expect(quicken(source, file)).not.toBe(source);
	expect(() => quicken(source + source, file)).toThrow('is not the one that is known');
	expect(() => quicken('', file)).toThrow('is not the one that is known');
});
