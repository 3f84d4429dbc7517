import {isTooSmall} from '../layout.js';
import type {Model, Overlay} from '../model.js';
import type {Layer, ScreenLayer} from './layer.js';

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

const overlayLayer = (overlay: Overlay): Layer =>
	overlay.name === 'profiles' && overlay.picker.text
		? `profile-${overlay.picker.text.purpose}`
		: overlay.name;

/** Who gets the next key: the innermost thing that is open. */
export const activeLayer = (model: Model): Layer => {
	if (model.crash) {
		return 'crash';
	}

	if (isTooSmall(model.size)) {
		return 'small';
	}

	return model.overlay ? overlayLayer(model.overlay) : screenLayer(model);
};
