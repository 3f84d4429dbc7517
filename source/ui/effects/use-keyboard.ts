import {useInput, usePaste} from 'ink';
import {useState} from 'react';
import {toKeyPresses} from '../keys/key-press.js';
import {createKeyboard, type Keyboard} from '../terminal/keyboard.js';

/**
 * The terminal's keyboard, from the first frame to the last: the only `useInput` there is. Ctrl-C is
 * answered also while nobody listens.
 */
export const useKeyboard = (onInterrupt: () => void): Keyboard => {
	const [keyboard] = useState(createKeyboard);
	useInput((input, key) => {
		const presses = toKeyPresses(input, key);
		if (!keyboard.isHeard() && presses.some((press) => press.key === '^c')) {
			onInterrupt();
		} else {
			keyboard.type(presses);
		}
	});
	usePaste((text) => keyboard.type([{type: 'pasted', text}]));
	return keyboard;
};
