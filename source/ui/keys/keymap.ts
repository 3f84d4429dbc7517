import {appKeys} from './app-keys.js';
import type {Binding, Layer} from './binding.js';
import {exportKeys} from './export-keys.js';
import {filterKeys} from './filter-keys.js';
import {jobKeys} from './job-keys.js';
import {moveKeys} from './move-keys.js';
import {tableKeys} from './table-keys.js';

/** Every key of the app. Handlers, footer, help screen and readme all come from this table. */
export const keymap: readonly Binding[] = [
	...moveKeys,
	...tableKeys,
	...filterKeys,
	...exportKeys,
	...jobKeys,
	...appKeys,
];

/** The keys of a layer, in the table's order. */
export const bindingsOf = (layer: Layer): readonly Binding[] =>
	keymap.filter(({layers}) => layers.includes(layer));

const byKey = new Map(
	keymap.flatMap((binding) =>
		binding.layers.flatMap((layer) => binding.keys.map((key) => [`${layer} ${key}`, binding])),
	),
);

/** What a key does in a layer. */
export const bindingFor = (layer: Layer, key: string): Binding | undefined =>
	byKey.get(`${layer} ${key}`);
