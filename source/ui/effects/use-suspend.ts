import {useApp, useIsScreenReaderEnabled, useStdout} from 'ink';
import {useEffect, useRef} from 'react';
import {enterOther, mouseOff, mouseOn, wrapOff, wrapOn} from '../terminal/modes.js';
import {freshScreen} from './use-redraw.js';

/**
 * Gives the terminal back to the shell at each new number, until the process goes on. A process that
 * was stopped by others takes its terminal again, too.
 */
export const useSuspend = (
	suspensions: number,
	isMouseOn: boolean,
	suspend: () => Promise<void>,
): void => {
	const {suspendTerminal} = useApp();
	const {stdout} = useStdout();
	const isReader = useIsScreenReaderEnabled();
	const answered = useRef(suspensions);
	const isAway = useRef(false);
	useEffect(() => {
		const leave = async (stay: () => Promise<void>) => {
			if (isAway.current) {
				return;
			}

			isAway.current = true;
			await suspendTerminal(async () => {
				stdout.write(mouseOff + wrapOn);
				await stay();
				// Ink enters the other screen but neither clears it nor brings the cursor home.
				stdout.write(
					(isReader ? '' : enterOther + freshScreen + wrapOff) + (isMouseOn ? mouseOn : ''),
				);
			});
			isAway.current = false;
		};
		const comeBack = () => void leave(async () => {});
		process.on('SIGCONT', comeBack);
		if (suspensions !== answered.current) {
			answered.current = suspensions;
			void leave(suspend);
		}

		return () => void process.removeListener('SIGCONT', comeBack);
	}, [suspensions, suspendTerminal, stdout, isReader, isMouseOn, suspend]);
};
