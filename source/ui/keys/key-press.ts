import type {Key} from 'ink';

/** One key: its name in the keymap, and the text it would type, if any. */
export type KeyPress = {
	readonly type: 'key-pressed';
	readonly key: string;
	readonly text: string | undefined;
};

/** Text that arrived at once, not typed. */
export type Paste = {readonly type: 'pasted'; readonly text: string};

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

const named = (key: string): KeyPress => ({type: 'key-pressed', key, text: undefined});

const controls: Readonly<Record<string, string>> = {
	'\r': 'enter',
	'\n': 'enter',
	'\r\n': 'enter',
	'\t': 'tab',
	'\u007F': 'backspace',
	'\b': 'backspace',
};

const fromGrapheme = (grapheme: string): KeyPress => {
	const control = controls[grapheme];
	if (control !== undefined) {
		return named(control);
	}

	const code = grapheme.codePointAt(0) ?? 0;
	if (code < 32) {
		// Control and a letter, inside a burst, arrive as the bare control character.
		return named(`^${String.fromCodePoint(code + 96)}`);
	}

	const key = grapheme === ' ' ? 'space' : grapheme;
	return {type: 'key-pressed', key, text: grapheme};
};

const special = (key: Key): string | undefined => {
	const shift = key.shift ? 'shift+' : '';
	switch (true) {
		case key.upArrow:
			return `${shift}up`;
		case key.downArrow:
			return `${shift}down`;
		case key.leftArrow:
			return 'left';
		case key.rightArrow:
			return 'right';
		case key.pageUp:
			return 'pageup';
		case key.pageDown:
			return 'pagedown';
		case key.home:
			return 'home';
		case key.end:
			return 'end';
		case key.return:
			return 'enter';
		case key.escape:
			return 'escape';
		case key.tab:
			return `${shift}tab`;
		case key.backspace:
			return 'backspace';
		case key.delete:
			return 'delete';
		default:
			return undefined;
	}
};

/**
 * The keys in what Ink reports at once: fast typing and pastes arrive as one text, and each of its
 * characters is a key.
 */
export const toKeyPresses = (input: string, key: Key): readonly KeyPress[] => {
	const name = special(key);
	if (name !== undefined) {
		return [named(name)];
	}

	if (key.ctrl && input !== '') {
		return [named(`^${input}`)];
	}

	// Alt with a letter is no command here, and must not act as the letter alone.
	return key.meta ? [] : [...segmenter.segment(input)].map(({segment}) => fromGrapheme(segment));
};
