import {isTooSmall} from '../layout.js';
import type {Model, Overlay} from '../model.js';
import type {Layer, ScreenLayer} from './layer.js';

const screenLayer = ({screen, table}: Model): ScreenLayer => {
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

/** The layer that the help explains: the innermost thing that is open but for the help itself. */
export const layerBelowHelp = (model: Model): Layer =>
	model.overlay ? overlayLayer(model.overlay) : screenLayer(model);

/** Whether something lies over the screen. */
export const isCovered = ({overlay, help}: Pick<Model, 'overlay' | 'help'>): boolean =>
	overlay !== undefined || help !== undefined;

/** Who gets the next key: the innermost thing that is open. */
export const activeLayer = (model: Model): Layer => {
	if (model.crash) {
		return 'crash';
	}

	if (isTooSmall(model.size)) {
		return 'small';
	}

	return model.help ? 'help' : layerBelowHelp(model);
};
