import type {Symbols} from '../symbols.js';
import {type Group, groups} from './binding.js';
import {keyLabel} from './key-label.js';
import {bindingsOf} from './keymap.js';
import type {Layer} from './layer.js';

/** One line of the help screen: what the keys are good for, under a heading. */
export type HelpLine = {readonly group: Group; readonly keys: string; readonly help: string};

/** Digits in a row as `1-9`. */
const joinDigits = (keys: string): string =>
	/^(?:\d ){3,}\d$/.test(keys) ? `${keys.at(0)}-${keys.at(-1)}` : keys;

/** Every key of a layer, those with the same use on one line. */
export const helpLines = (layer: Layer, symbols: Symbols): readonly HelpLine[] => {
	const lines = new Map<string, HelpLine>();
	for (const {group, keys, help} of bindingsOf(layer)) {
		const labels = keys.map((key) => keyLabel(key, symbols)).join(' ');
		const same = lines.get(`${group} ${help}`);
		lines.set(`${group} ${help}`, {group, help, keys: same ? `${same.keys} ${labels}` : labels});
	}

	return groups.flatMap((group) =>
		[...lines.values()]
			.filter((line) => line.group === group)
			.map((line) => ({...line, keys: joinDigits(line.keys)})),
	);
};
