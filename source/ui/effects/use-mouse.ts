import {useIsScreenReaderEnabled, useStdout} from 'ink';
import {useEffect} from 'react';
import {mouseOff, mouseOn} from '../terminal/modes.js';

/** Has the terminal report the mouse while that is wanted. Whoever runs the app resets it, too. */
export const useMouse = (isWanted: boolean): void => {
	const {stdout} = useStdout();
	const isReader = useIsScreenReaderEnabled();
	const isOn = isWanted && !isReader;
	useEffect(() => {
		if (!isOn) {
			return;
		}

		stdout.write(mouseOn);
		return () => void stdout.write(mouseOff);
	}, [stdout, isOn]);
};
