import type {Action} from '../action.js';
import type {Model} from '../model.js';
import {catchUp, holdBack} from '../profiles/early.js';
import type {Report} from '../terminal/reports.js';
import {update} from '../update.js';
import {activeLayer} from './active-layer.js';
import type {KeyPress, Paste} from './key-press.js';
import {bindingFor} from './keymap.js';
import {typed} from './typing.js';

// Where text means nothing a paste does nothing either: it is never run as keys.
const type = (model: Model, text: string): Model => {
	const action = typed(activeLayer(model), text);
	return action ? update(model, action) : model;
};

const press = (model: Model, {key, text}: KeyPress): Model => {
	const layer = activeLayer(model);
	const binding = bindingFor(layer, key);
	if (binding) {
		return update(model, binding.action);
	}

	return text === undefined ? model : type(model, text);
};

type WheelTurn = Extract<Report, {type: 'wheel-turned'}>;

// As many lines as elsewhere. The wheel is the arrows, wherever they scroll.
const linesPerTurn = 3;

const turnWheel = (model: Model, {by}: WheelTurn): Model => {
	const key = by < 0 ? 'up' : 'down';
	return Array.from({length: linesPerTurn}).reduce<Model>(
		(turned) => press(turned, {type: 'key-pressed', key, text: undefined}),
		model,
	);
};

type Typed = KeyPress | Paste;

const isTyped = (input: Input): input is Typed =>
	input.type === 'key-pressed' || input.type === 'pasted';

/** What reaches the model: news, and what a person does. */
export type Input = Action | KeyPress | Paste | WheelTurn;

/**
 * The app's reducer. Keys are looked up here, in the model they meet, not in the one last drawn:
 * in a burst each key finds the screen the one before it has opened.
 */
export const reduce = (model: Model, input: Input): Model => {
	if (model.exit) {
		// What is typed on while the app changes to another profile is meant for that one.
		return model.exit.next !== undefined && isTyped(input)
			? {...model, ahead: [...model.ahead, input]}
			: model;
	}

	const held = isTyped(input) ? holdBack(model, input) : undefined;
	if (held) {
		return held;
	}

	switch (input.type) {
		case 'key-pressed':
			return press(model, input);
		case 'pasted':
			return type(model, input.text);
		case 'wheel-turned':
			return turnWheel(model, input);
		default:
			return catchUp(update(model, input), reduce);
	}
};
