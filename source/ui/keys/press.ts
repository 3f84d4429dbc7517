import type {Action} from '../action.js';
import type {Model} from '../model.js';
import {update} from '../update.js';
import {activeLayer} from './active-layer.js';
import type {KeyPress} from './key-press.js';
import {bindingFor} from './keymap.js';

const press = (model: Model, {key, text}: KeyPress): Model => {
	const layer = activeLayer(model);
	const binding = bindingFor(layer, key);
	if (binding) {
		return update(model, binding.action);
	}

	return layer === 'filter' && text !== undefined
		? update(model, {type: 'filter-typed', text})
		: model;
};

/**
 * The app's reducer. Keys are looked up here, in the model they meet, not in the one last drawn:
 * in a burst each key finds the screen the one before it has opened.
 */
export const reduce = (model: Model, input: Action | KeyPress): Model => {
	if (model.exit) {
		return model;
	}

	return input.type === 'key-pressed' ? press(model, input) : update(model, input);
};
