import type {Action} from '../action.js';
import type {Symbols} from '../symbols.js';
import type {Layer} from './binding.js';
import {keyLabel} from './key-label.js';
import {bindingsOf} from './keymap.js';

/** The key that does something in a layer, for texts that mention it. */
export const keyOf = (
	layer: Layer,
	action: Action['type'],
	symbols: Symbols,
	isMeant: (found: Action) => boolean = () => true,
): string => {
	const binding = bindingsOf(layer).find(
		(one) => one.action.type === action && isMeant(one.action),
	);
	return binding?.keys[0] === undefined ? '' : keyLabel(binding.keys[0], symbols);
};
