import {endOfName, endOfTag, markupAt} from './xml-markup.js';

/** Hears what a document consists of. */
export type TagListener = {
	/** `attributes` is the tag's inside after its name, unread; `empty` is true of `<name/>`. */
	readonly open: (name: string, attributes: string, empty: boolean) => void;
	readonly close: (name: string) => void;
	/** Characters between tags: `input` from `from` up to `to`. A run may come in pieces. */
	readonly text: (input: string, from: number, to: number) => void;
};

/** No tag of these formats comes near; it bounds what is kept of one that never ends. */
const longestTag = 65_536;

const less = 0x3c;
const slash = 0x2f;

/**
 * Finds the tags of an XML document as its characters arrive. It reads no entities and judges no
 * attributes, so that sloppy text stays text: a bare `&`, a `<` that begins no tag, control
 * characters. (`saxes` was tried: after a bare `&` it takes every tag up to the next `;` for the
 * name of an entity, and it keeps a comment in memory to its end.)
 */
export const createTagScanner = (listener: TagListener) => {
	/** The beginning of something whose end has not come yet. */
	let rest = '';
	/** What ends the comment, declaration or the like that is being passed over. */
	let passingTo: string | undefined;
	let fault: string | undefined;

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
		const name = input.slice(begin, endsName);
		if (closes) listener.close(name);
		else listener.open(name, input.slice(endsName, end), input.charCodeAt(end - 1) === slash);
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

	return {
		/** Takes the next characters; returns a phrase where no tags can be made out any more. */
		write(text: string): string | undefined {
			const input = rest + text;
			let at = 0;
			let reached = read(input, at);
			while (reached > at && reached < input.length && fault === undefined) {
				at = reached;
				reached = read(input, at);
			}

			rest = input.slice(reached);
			return fault;
		},

		/** Whether the characters so far end in the middle of a tag or comment. */
		isInside: (): boolean => rest !== '' || passingTo !== undefined,
	};
};
