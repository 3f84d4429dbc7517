import {activeLayer} from '../keys/active-layer.js';
import type {KeyPress, Paste} from '../keys/key-press.js';
import type {Model} from '../model.js';
import type {Picker} from './picker.js';

type Typed = KeyPress | Paste;

const withEarly = (model: Model, picker: Picker, early: Picker['early']): Model => ({
	...model,
	overlay: {name: 'profiles', picker: {...picker, early}},
});

// What works everywhere works while a list is being read.
const isForAll = (typed: Typed): boolean =>
	typed.type === 'key-pressed' && ['^c', '^z', '^l'].includes(typed.key);

/** Keeps what is typed while the list of profiles is being read; undefined where none is. */
export const holdBack = (model: Model, typed: Typed): Model | undefined => {
	const {overlay} = model;
	const isListed = activeLayer(model) === 'profiles';
	return isListed && overlay?.name === 'profiles' && !overlay.picker.entries && !isForAll(typed)
		? withEarly(model, overlay.picker, [...overlay.picker.early, typed])
		: undefined;
};

/** Hands over what was kept once the list is there: it was meant for that list. */
export const catchUp = (model: Model, hand: (model: Model, typed: Typed) => Model): Model => {
	const {overlay} = model;
	const {entries, early = []} = overlay?.name === 'profiles' ? overlay.picker : {};
	return overlay?.name === 'profiles' && entries && early.length > 0
		? early.reduce(hand, withEarly(model, overlay.picker, []))
		: model;
};
