import {endOfName, endOfTag, markupAt} from './xml-markup.js';

/** An element's name, and what is known of its tags. */
export type Tag = {
	readonly name: string;
	/** Without its namespace's prefix. */
	readonly local: string;
	/** As it usually begins and ends: without attributes, without white space. */
	readonly begin: string;
	readonly end: string;
	/** Which tag began after this one's beginning, and after its end, the last time. */
	inside?: Tag;
	behind?: Tag;
};

/** Hears what a document consists of. */
export type TagListener = {
	/** `attributes` is the tag's inside after its name, unread; `empty` is true of `<name/>`. */
	readonly open: (tag: Tag, attributes: string, empty: boolean) => void;
	readonly close: (tag: Tag) => void;
	/** The element that is open now. */
	readonly innermost: () => Tag | undefined;
	/** Characters between tags: `input` from `from` up to `to`. A run may come in pieces. */
	readonly text: (input: string, from: number, to: number) => void;
};

/** No tag of these formats comes near; it bounds what is kept of one that never ends. */
const longestTag = 65_536;

/** These formats have a few dozen short names; what a server sends instead may have anything. */
const mostKnown = 1000;
const longestKnown = 64;

const less = 0x3c;
const slash = 0x2f;

const toTag = (name: string): Tag => ({
	name,
	local: name.slice(name.indexOf(':') + 1),
	begin: `<${name}>`,
	end: `</${name}>`,
});

/**
 * Finds the tags of an XML document as its characters arrive. It reads no entities and judges no
 * attributes, so that sloppy text stays text: a bare `&`, a `<` that begins no tag, control
 * characters. (`saxes` was tried: after a bare `&` it takes every tag up to the next `;` for the
 * name of an entity, and it keeps a comment in memory to its end.)
 *
 * A recording says the same few tags in the same order a hundred thousand times. So it is looked
 * first for the end of what is open and for the tag that followed here the last time; only where it
 * is neither are its letters read.
 */
export const createTagScanner = (listener: TagListener) => {
	/** The beginning of something whose end has not come yet. */
	let rest = '';
	/** What ends the comment, declaration or the like that is being passed over. */
	let passingTo: string | undefined;
	let fault: string | undefined;
	const known = new Map<string, Tag>();
	/** The last tag, and whether it was its end. */
	let last: Tag | undefined;
	let hasEnded = false;

	const tagOf = (name: string): Tag => {
		const found = known.get(name);
		if (found) return found;
		if (known.size >= mostKnown || name.length > longestKnown) return toTag(name);
		const tag = toTag([...name].join('')); // A part of a text would keep all of it.
		known.set(tag.name, tag);
		return tag;
	};

	/** Remembers what followed what; never what is not known, or all of a document would be kept. */
	const remember = (tag: Tag): void => {
		if (last === undefined || known.get(tag.name) !== tag) return;
		if (hasEnded) last.behind = tag;
		else last.inside = tag;
	};

	const open = (tag: Tag, attributes: string, empty: boolean): void => {
		last = tag;
		hasEnded = empty;
		listener.open(tag, attributes, empty);
	};

	const close = (tag: Tag): void => {
		last = tag;
		hasEnded = true;
		listener.close(tag);
	};

	/** Takes the tag that is to be expected at `at`; returns where it ends, 0 where it is another. */
	const expect = (input: string, at: number): number => {
		const innermost = listener.innermost();
		if (innermost && input.startsWith(innermost.end, at)) {
			close(innermost);
			return at + innermost.end.length;
		}

		const next = hasEnded ? last?.behind : last?.inside;
		if (next && input.startsWith(next.begin, at)) {
			open(next, '', false);
			return at + next.begin.length;
		}

		return 0;
	};

	const pass = (input: string, at: number, end: string): number => {
		const found = input.indexOf(end, at);
		if (found < 0) return Math.max(at, input.length - end.length + 1);
		passingTo = undefined;
		return found + end.length;
	};

	const readTag = (input: string, at: number): number => {
		const closes = input.charCodeAt(at + 1) === slash;
		const begin = at + (closes ? 2 : 1);
		const endsName = endOfName(input, begin);
		const end = endOfTag(input, endsName);
		if (end < 0) {
			if (input.length - at > longestTag) fault = 'a tag without an end';
			return at;
		}

		if (input.charCodeAt(end) === less) fault = 'a tag is cut off by another';
		const tag = tagOf(input.slice(begin, endsName));
		if (closes) {
			close(tag);
		} else {
			remember(tag);
			open(tag, input.slice(endsName, end), input.charCodeAt(end - 1) === slash);
		}

		return end + 1;
	};

	/** Reads on from `at` and returns how far it came: no further where more must come first. */
	const read = (input: string, at: number): number => {
		if (passingTo !== undefined) return pass(input, at, passingTo);
		if (input.charCodeAt(at) !== less) {
			const open = input.indexOf('<', at);
			const to = open < 0 ? input.length : open;
			listener.text(input, at, to);
			return to;
		}

		const expected = expect(input, at);
		if (expected > 0) return expected;
		const markup = markupAt(input, at);
		if (markup === 'undecided') return at;
		if (markup === 'tag') return readTag(input, at);
		if (markup === 'text') {
			listener.text(input, at, at + 1);
			return at + 1;
		}

		passingTo = markup.end;
		return at + markup.begin.length;
	};

	const readAll = (input: string, from: number): void => {
		let at = from;
		let reached = read(input, at);
		while (reached > at && reached < input.length && fault === undefined) {
			at = reached;
			reached = read(input, at);
		}

		rest = input.slice(reached);
	};

	return {
		/** Takes the next characters; returns a phrase where no tags can be made out any more. */
		write(text: string): string | undefined {
			let at = 0;
			// What was cut gets what may end it, and no more: two texts put together are read slowly. But
			// each time at least as much as there is, or a long one would be read again and again.
			while (rest !== '' && at < text.length && fault === undefined) {
				const end = text.indexOf('>', at + rest.length - 1) + 1 || text.length;
				readAll(rest + text.slice(at, end), 0);
				at = end;
			}

			if (at < text.length && fault === undefined) readAll(text, at);
			return fault;
		},

		/** Whether the characters so far end in the middle of a tag or comment. */
		isInside: (): boolean => rest !== '' || passingTo !== undefined,
	};
};
