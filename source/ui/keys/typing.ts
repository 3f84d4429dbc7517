import type {Action} from '../action.js';
import type {Layer} from './layer.js';

const intoField = (text: string): Action => ({type: 'field-typed', text});

/** What becomes of text, typed or pasted, where it is not a command. */
const typing: Readonly<Partial<Record<Layer, (text: string) => Action>>> = {
	filter: (text) => ({type: 'filter-typed', text: text.replaceAll(/\s+/g, ' ')}),
	'sign-in': intoField,
	code: intoField,
	setting: intoField,
	'profile-find': intoField,
	'profile-begin': intoField,
};

/** The action of a text; undefined where text means nothing. */
export const typed = (layer: Layer, text: string): Action | undefined => typing[layer]?.(text);
