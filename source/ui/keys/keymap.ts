import {appKeys} from './app-keys.js';
import type {Binding} from './binding.js';
import {checkKeys} from './check-keys.js';
import {detailKeys} from './detail-keys.js';
import {exportKeys} from './export-keys.js';
import {fieldKeys} from './field-keys.js';
import {filterKeys} from './filter-keys.js';
import {findKeys} from './find-keys.js';
import {jobKeys} from './job-keys.js';
import type {Layer} from './layer.js';
import {moveKeys} from './move-keys.js';
import {profileKeys} from './profile-keys.js';
import {settingsKeys} from './settings-keys.js';
import {signInKeys} from './sign-in-keys.js';
import {tableKeys} from './table-keys.js';
import {viewKeys} from './view-keys.js';

/** Every key of the app. Handlers, footer, help screen and readme all come from this table. */
export const keymap: readonly Binding[] = [
	...moveKeys,
	...tableKeys,
	...filterKeys,
	...findKeys,
	...viewKeys,
	...detailKeys,
	...exportKeys,
	...jobKeys,
	...checkKeys,
	...signInKeys,
	...settingsKeys,
	...profileKeys,
	...fieldKeys,
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
