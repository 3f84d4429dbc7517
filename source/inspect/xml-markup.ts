/** Markup that is passed over unread; the order matters, each is tried before the next. */
const passages = [
	{begin: '<!--', end: '-->'},
	{begin: '<![CDATA[', end: ']]>'},
	{begin: '<!', end: '>'},
	{begin: '<?', end: '?>'},
] as const;

const longestBegin = 9;

export type Markup = (typeof passages)[number] | 'tag' | 'text' | 'undecided';

/** The names of these formats begin with a letter, and `_` or `:` could begin one in XML. */
const canBeginName = (code: number): boolean =>
	(code >= 0x61 && code <= 0x7a) ||
	(code >= 0x41 && code <= 0x5a) ||
	code === 0x5f ||
	code === 0x3a;

/**
 * What the `<` at `at` begins: a comment or the like, a tag, nothing (it is text that should have
 * been escaped), or what only the next characters will tell.
 */
export const markupAt = (input: string, at: number): Markup => {
	const closes = input[at + 1] === '/';
	if (canBeginName(input.charCodeAt(at + (closes ? 2 : 1)))) return 'tag';

	const head = input.slice(at, at + longestBegin);
	const isCut = at + head.length === input.length;
	if (isCut && head === '</') return 'undecided';
	if (isCut && passages.some(({begin}) => begin !== head && begin.startsWith(head))) {
		return 'undecided';
	}

	return passages.find(({begin}) => head.startsWith(begin)) ?? 'text';
};

const isOfName = (code: number): boolean =>
	canBeginName(code) || (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e;

/** Where the name that begins at `from` ends: letters, digits, `_`, `:`, `-` and `.`. */
export const endOfName = (input: string, from: number): number => {
	let at = from;
	while (isOfName(input.charCodeAt(at))) at += 1;
	return at;
};

/**
 * Index of the `>` that ends a tag, or of a `<` that cuts it off, which not even a value may hold;
 * -1 where neither has come.
 */
export const endOfTag = (input: string, from: number): number => {
	let quote = 0;
	for (let at = from; at < input.length; at += 1) {
		const code = input.charCodeAt(at);
		if (code > 0x3e) continue;
		if (code === 0x3c || (code === 0x3e && quote === 0)) return at;
		if (code === quote) quote = 0;
		else if (quote === 0 && (code === 0x22 || code === 0x27)) quote = code;
	}

	return -1;
};
