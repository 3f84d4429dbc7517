import {isTooSmall} from '../layout.js';
import type {Model} from '../model.js';
import type {Layer} from './binding.js';

/** The layers that are screens, not over one. */
export type ScreenLayer = Exclude<
	Layer,
	'sign-out' | 'help' | 'quit' | 'crash' | 'small' | 'sports' | 'days'
>;

/** The layer of the screen itself, whatever lies over it. */
export const screenLayer = ({screen, table}: Model): ScreenLayer => {
	if (screen.name === 'sign-in') {
		return screen.signIn.code ? 'code' : 'sign-in';
	}

	if (screen.name === 'settings') {
		return screen.form.text ? 'setting' : 'settings';
	}

	return screen.name === 'activities' && table.filter.isTyping ? 'filter' : screen.name;
};

/** Who gets the next key: the innermost thing that is open. */
export const activeLayer = (model: Model): Layer => {
	if (model.crash) {
		return 'crash';
	}

	return isTooSmall(model.size) ? 'small' : (model.overlay?.name ?? screenLayer(model));
};
