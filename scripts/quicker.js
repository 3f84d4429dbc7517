import {readFile} from 'node:fs/promises';
import path from 'node:path';

// What dependencies do stays the same here, cell for cell; how long they take does not. Each change
// names the text it replaces, in the one version that is installed: where that is not found exactly
// once, the build fails.

const root = path.resolve(import.meta.dirname, '..');

// Ink reads every character of every line anew for every frame. What it knows about a line it keeps
// from frame to frame, and a line of plain ASCII it need not ask about.
const keepBetweenFrames = [
	[
		'export default class Output {',
		`const plain = /^[\\u0020-\\u007E]*$/;
const noStyles = [];
const plainCells = Array.from({length: 127}, (_, code) => ({type: 'char', value: String.fromCharCode(code), fullWidth: false, styles: noStyles, cells: 1}));
const blank = plainCells[32];
const toPlainCells = line => {
    const cells = new Array(line.length);
    for (let index = 0; index < line.length; index++) {
        cells[index] = plainCells[line.charCodeAt(index)];
    }
    return cells;
};
// Neighbours mostly look alike: one list of styles for all of them.
const shareStyles = (cells, widthOf) => {
    for (const cell of cells) {
        cell.cells = Math.max(1, widthOf(cell.value));
    }
    for (let index = 1; index < cells.length; index++) {
        const {styles} = cells[index - 1];
        const own = cells[index].styles;
        if (own.length === styles.length && own.every((style, at) => style.code === styles[at].code && style.endCode === styles[at].endCode)) {
            cells[index].styles = styles;
        }
    }
    return cells;
};
const mostLines = 400;
const caches = new OutputCaches();
const keptCaches = () => {
    for (const cache of [caches.widths, caches.blockWidths, caches.styledChars, caches.lines]) {
        if (cache.size > mostLines) {
            cache.clear();
        }
    }
    return caches;
};
export default class Output {`,
	],
	['caches = new OutputCaches();\n    width;', 'caches = keptCaches();\n    width;'],
];

const plainLines = [
	[
		'        let cached = this.styledChars.get(line);',
		`        if (plain.test(line)) {
            return toPlainCells(line);
        }
        let cached = this.styledChars.get(line);`,
	],
	[
		'cached = styledCharsFromTokens(tokenize(line)).filter(',
		'cached = shareStyles(styledCharsFromTokens(tokenize(line)), value => this.getStringWidth(value)).filter(',
	],
	[
		'        let cached = this.widths.get(text);',
		`        if (plain.test(text)) {
            return text.length;
        }
        let cached = this.widths.get(text);`,
	],
	[
		'        const characterLines = [[]];\n',
		`        const known = plain.test(text) ? [text] : this.caches.lines.get(text);
        const characterLines = [[]];
`,
	],
	[
		'for (const character of this.caches.getStyledChars(text)) {',
		'for (const character of known ? [] : this.caches.getStyledChars(text)) {',
	],
	[
		'let lines = characterLines.map(line => styledCharsToString(line));',
		`let lines = known ?? characterLines.map(line => styledCharsToString(line));
        if (!known) {
            this.caches.lines.set(text, lines);
        }
`,
	],
	[
		'const characterWidth = Math.max(1, this.caches.getStringWidth(character.value));',
		'const characterWidth = character.cells;',
	],
	['class OutputCaches {', 'class OutputCaches {\n    lines = new Map();'],
	[
		'        const result = [];\n        let column = 0;',
		`        if (plain.test(line)) {
            return line.slice(from, to);
        }
        const result = [];
        let column = 0;`,
	],
	[
		`            const row = [];
            for (let x = 0; x < this.width; x++) {
                row.push({
                    type: 'char',
                    value: ' ',
                    fullWidth: false,
                    styles: [],
                });
            }
            output.push(row);`,
		'            output.push(new Array(Math.max(0, Math.ceil(this.width)) || 0).fill(blank));',
	],
];

const output = [...keepBetweenFrames, ...plainLines];

const renderNodeToOutput = [
	["import widestLine from 'widest-line';", "import measureText from './measure-text.js';"],
	['const currentWidth = widestLine(text);', 'const currentWidth = measureText(text).width;'],
];

const sanitizeAnsi = [
	[
		'const sanitizeAnsi = (text) => {',
		`const plain = /^[\\u0020-\\u007E\\n\\t]*$/;
const sanitizeAnsi = (text) => {
    if (plain.test(text)) {
        return text;
    }`,
	],
];

// Latin letters, punctuation, arrows, lines and shapes: each a cluster and a cell of its own.
const simple =
	'\\u0020-\\u007E\\u00A1-\\u00AC\\u00AE-\\u02FF\\u2010-\\u2027\\u2030-\\u205E\\u2190-\\u2319\\u2500-\\u25FC\\u2701-\\u2704\\u270C-\\u2727\\u2758-\\u2794\\u2800-\\u28FF';

// A table of all sequences of emoji takes longer to make than the rest of a start. A lone code point
// needs none: it is one of these emoji where it is shown as one by itself, flags' letters aside.
const stringWidth = [
	['const segmenter = new Intl.Segmenter();', 'let segmenter;'],
	[
		'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;',
		`const loneEmojiRegex = /^(?!\\p{Regional_Indicator})\\p{Emoji_Presentation}$/u;
let rgiEmojiRegex;
const isRgiEmoji = segment => {
	if (segment.length === (segment.codePointAt(0) > 0xFFFF ? 2 : 1)) {
		return loneEmojiRegex.test(segment);
	}
	rgiEmojiRegex ??= new RegExp('^\\\\p{RGI_Emoji}$', 'v');
	return rgiEmojiRegex.test(segment);
};
const simpleRegex = /^[${simple}]*$/;`,
	],
	['rgiEmojiRegex.test(segment) ||', 'isRgiEmoji(segment) ||'],
	[
		'	let width = 0;\n	const eastAsianWidthOptions',
		`	if (ambiguousIsNarrow && simpleRegex.test(string)) {
		return string.length;
	}

	segmenter ??= new Intl.Segmenter();
	let width = 0;
	const eastAsianWidthOptions`,
	],
];

// What a changed line shares with the one before is counted cell by cell: where each character is a
// cluster and a cell of its own, as above, none need be looked for.
const lineUpdate = [
	[
		"const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });",
		'let segmenter;',
	],
	['const printableAscii = /^[ -~]*$/u;', `const printableAscii = /^[${simple}]*$/;`],
	[
		'        const previousSegments = segmenter',
		"        segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });\n        const previousSegments = segmenter",
	],
];

// Segmenting text wakes a library of its own, and plain text is wrapped without.
const wrapAnsi = [
	['const segmenter = new Intl.Segmenter();', 'let segmenter;'],
	[
		'for (const {segment} of segmenter.segment(plainText)) {',
		'segmenter ??= new Intl.Segmenter();\n\t\tfor (const {segment} of segmenter.segment(plainText)) {',
	],
];

// It carries its WebAssembly in its own text, and asks the network's machinery to decode it.
// A picture that took long to think up is painted in a turn of its own: a key is heard in between.
const thinking = [
	[
		'getRootHostContext: () => ({\n        isInsideText: false,\n    }),',
		'getRootHostContext: () => {\n        thinking.since = performance.now();\n        return {isInsideText: false};\n    },',
	],
	[
		'export default createReconciler(hostConfig);',
		'export const thinking = {since: 0};\nexport default createReconciler(hostConfig);',
	],
];

const longThoughtMs = 4;

const paintInTurn = [
	[
		"import reconciler from './reconciler.js';",
		"import reconciler, {thinking} from './reconciler.js';",
	],
	[
		`            this.rootNode.onRender = () => {
                this.hasPendingThrottledRender = true;
                throttled();
            };
            this.throttledOnRender = throttled;`,
		`            let next;
            const hurry = () => {
                if (next) {
                    clearImmediate(next);
                    next = undefined;
                    throttled();
                }
            };
            this.rootNode.onRender = () => {
                this.hasPendingThrottledRender = true;
                if (performance.now() - thinking.since > ${longThoughtMs}) {
                    next ??= setImmediate(hurry);
                }
                else if (!next) {
                    throttled();
                }
            };
            this.throttledOnRender = {
                flush: () => {
                    hurry();
                    throttled.flush();
                },
                cancel: () => {
                    clearImmediate(next);
                    next = undefined;
                    throttled.cancel();
                },
            };`,
	],
];

const yoga = [
	[
		'function ya(){return w||"function"!=typeof fetch?',
		'function ya(){return H.startsWith("data:")?Promise.resolve(Buffer.from(H.slice(H.indexOf(",")+1),"base64")):w||"function"!=typeof fetch?',
	],
];

// Settings are not encrypted.
const conf = [["import crypto from 'node:crypto';", 'const crypto = undefined;']];

const changes = {
	'ink/build/ink.js': paintInTurn,
	'ink/build/reconciler.js': thinking,
	'ink/build/line-update.js': lineUpdate,
	'ink/build/output.js': output,
	'ink/build/render-node-to-output.js': renderNodeToOutput,
	'ink/build/sanitize-ansi.js': sanitizeAnsi,
	'string-width/index.js': stringWidth,
	'wrap-ansi/index.js': wrapAnsi,
	'yoga-layout/dist/binaries/yoga-wasm-base64-esm.js': yoga,
	'conf/dist/source/index.js': conf,
};

/** The dependency's file with its changes. */
export const quicken = (text, file) =>
	changes[file].reduce((changed, [before, after]) => {
		const parts = changed.split(before);
		if (parts.length !== 2) {
			throw new Error(`${file} is not the one that is known: ${before}`);
		}

		return parts.join(after);
	}, text);

const toName = (file) =>
	path.relative(path.join(root, 'node_modules'), file).split(path.sep).join('/');

/** An esbuild plugin: dependencies as they are, only quicker. */
export const quicker = {
	name: 'quicker',
	setup(build) {
		const filter =
			/[\\/]node_modules[\\/](?:ink|string-width|wrap-ansi|yoga-layout|conf)[\\/].*\.js$/;
		build.onLoad({filter}, async ({path: file}) => {
			const name = toName(file);
			return Object.hasOwn(changes, name)
				? {contents: quicken(await readFile(file, 'utf8'), name), loader: 'js'}
				: undefined;
		});
	},
};
