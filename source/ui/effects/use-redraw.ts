import {useStdout} from 'ink';
import {useEffect} from 'react';

/** Erases everything and brings the cursor home: what other programs wrote goes, too. */
export const freshScreen = '\u001B[2J\u001B[H';

/** Paints everything anew at each new number; Ink repeats its frame after what is written here. */
export const useRedraw = (redraws: number): void => {
	const {write} = useStdout();
	useEffect(() => {
		if (redraws > 0) {
			write(freshScreen);
		}
	}, [redraws, write]);
};
