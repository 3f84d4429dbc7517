import type {Overlay} from '../model.js';

/** What stays over the screen when news change the one below: whoever looks for a profile goes on. */
export const keepPicker = (overlay: Overlay | undefined): Overlay | undefined =>
	overlay?.name === 'profiles' ? overlay : undefined;
