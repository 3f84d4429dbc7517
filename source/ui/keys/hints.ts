import {cellWidth} from '../../text/cells.js';
import type {Model} from '../model.js';
import type {Symbols} from '../symbols.js';
import {activeLayer} from './active-layer.js';
import type {Binding} from './binding.js';
import {keyLabel} from './key-label.js';
import {bindingsOf} from './keymap.js';

/** One entry of the footer: `↑↓ move`. */
export type ShownHint = {readonly keys: string; readonly text: string};

type Ranked = ShownHint & {readonly priority: number};

const toRanked = ({keys, hint}: Binding, model: Model, symbols: Symbols): Ranked[] => {
	const text = typeof hint?.text === 'function' ? hint.text(model) : hint?.text;
	const [first = ''] = keys;
	return hint && text !== undefined
		? [{keys: keyLabel(first, symbols), text, priority: hint.priority}]
		: [];
};

// `↑↓`, but `Up/Down` and `n/p`.
const join = (first: string, second: string): string =>
	`${first}${/^\w/.test(second) ? '/' : ''}${second}`;

/** The hints valid now, most important first; keys with the same words are one hint. */
export const hintsFor = (model: Model, symbols: Symbols): readonly ShownHint[] => {
	const merged = new Map<string, Ranked>();
	for (const binding of bindingsOf(activeLayer(model))) {
		for (const hint of toRanked(binding, model, symbols)) {
			const same = merged.get(hint.text);
			merged.set(hint.text, same ? {...same, keys: join(same.keys, hint.keys)} : hint);
		}
	}

	return [...merged.values()]
		.sort((a, b) => a.priority - b.priority)
		.map(({keys, text}) => ({keys, text}));
};

const widthOf = ({keys, text}: ShownHint): number => cellWidth(keys) + 1 + cellWidth(text);

const gap = 2;

/** As many hints as fit, the way out and to the rest among them. */
export const fitHints = (hints: readonly ShownHint[], width: number): readonly ShownHint[] => {
	const last = hints.filter(({text}) => text === 'help');
	let left = width - last.reduce((sum, hint) => sum + widthOf(hint) + gap, 0);
	const fitting = hints.filter((hint) => {
		if (last.includes(hint)) {
			return true;
		}

		left -= widthOf(hint) + gap;
		return left >= -gap;
	});
	return fitting;
};
