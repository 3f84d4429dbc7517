import {cellWidth} from '../../text/cells.js';
import type {Model} from '../model.js';
import type {Symbols} from '../symbols.js';
import {activeLayer} from './active-layer.js';
import type {Binding} from './binding.js';
import {keyLabel} from './key-label.js';
import {bindingsOf} from './keymap.js';

/** One entry of the footer: `↑↓ move`. */
export type ShownHint = {
	readonly keys: string;
	readonly text: string;
	/** The smaller, the longer it stays when room runs out. */
	readonly priority: number;
	readonly isLast: boolean;
};

const toShown = ({keys, hint}: Binding, model: Model, symbols: Symbols): ShownHint[] => {
	const text = typeof hint?.text === 'function' ? hint.text(model) : hint?.text;
	const [first = ''] = keys;
	return hint && text !== undefined
		? [{isLast: false, ...hint, keys: keyLabel(first, symbols), text}]
		: [];
};

// `↑↓`, but `Up/Down` and `n/p`.
const join = (first: string, second: string): string =>
	`${first}${/^\w/.test(second) ? '/' : ''}${second}`;

const byPriority = (a: ShownHint, b: ShownHint): number => a.priority - b.priority;

/** The hints valid now, as they stand in the line; keys with the same words are one hint. */
export const hintsFor = (model: Model, symbols: Symbols): readonly ShownHint[] => {
	const merged = new Map<string, ShownHint>();
	for (const binding of bindingsOf(activeLayer(model))) {
		for (const hint of toShown(binding, model, symbols)) {
			const same = merged.get(hint.text);
			merged.set(hint.text, same ? {...same, keys: join(same.keys, hint.keys)} : hint);
		}
	}

	return [...merged.values()].sort(
		(a, b) => Number(a.isLast) - Number(b.isLast) || byPriority(a, b),
	);
};

const widthOf = ({keys, text}: ShownHint): number => cellWidth(keys) + 1 + cellWidth(text);

const gap = 2;

/** As many hints as fit, by priority: the way to the rest of them always. */
export const fitHints = (hints: readonly ShownHint[], width: number): readonly ShownHint[] => {
	let left = width + gap;
	const fitting = new Set(
		[...hints].sort(byPriority).filter((hint) => {
			const needed = widthOf(hint) + gap;
			const fits = needed <= left;
			left -= fits ? needed : 0;
			return fits;
		}),
	);
	return hints.filter((hint) => fitting.has(hint));
};
