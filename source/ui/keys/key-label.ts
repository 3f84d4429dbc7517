import type {Symbols} from '../symbols.js';

const names: Readonly<Record<string, string>> = {
	pageup: 'PgUp',
	pagedown: 'PgDn',
	home: 'Home',
	end: 'End',
	enter: 'Enter',
	escape: 'Esc',
	tab: 'Tab',
	backspace: 'Backspace',
	delete: 'Del',
};

/** A key as people read it: `↑`, `Shift+↓`, `PgDn`, `^u`. */
export const keyLabel = (key: string, symbols: Symbols): string => {
	if (key.startsWith('shift+')) {
		return symbols.shift + keyLabel(key.slice(6), symbols);
	}

	switch (key) {
		case 'up':
			return symbols.up;
		case 'down':
			return symbols.down;
		case 'left':
			return symbols.left;
		case 'right':
			return symbols.right;
		default:
			return names[key] ?? key;
	}
};
