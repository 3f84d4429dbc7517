import type {FieldEdit} from '../field/field.js';
import type {Binding} from './binding.js';
import type {Layer} from './layer.js';

/** Where a line of text is edited: every other key that types something is part of it. */
export const fieldLayers = [
	'sign-in',
	'setting',
	'profile-find',
	'profile-begin',
] as const satisfies readonly Layer[];

const edit = (keys: readonly string[], what: FieldEdit, help: string): Binding => ({
	layers: fieldLayers,
	keys,
	action: {type: 'field-edited', edit: what},
	group: 'Move',
	help,
});

/** Editing a line of text, as shells do. */
export const fieldKeys: readonly Binding[] = [
	edit(['left'], 'left', 'a character, a choice'),
	edit(['right'], 'right', 'a character, a choice'),
	edit(['home', '^a'], 'start', 'to the start, the end'),
	edit(['end', '^e'], 'end', 'to the start, the end'),
	edit(['backspace'], 'erase-left', 'erase a character'),
	edit(['delete'], 'erase-right', 'erase a character'),
	edit(['^w'], 'erase-word', 'erase a word'),
	edit(['^u'], 'erase-before', 'erase all before the caret'),
];
