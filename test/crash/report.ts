import {isEverything} from './laboratory.js';

/** Says a figure aloud when everything was asked for. */
export const report = (line: string): void => {
	if (isEverything) {
		process.stderr.write(`${line}\n`);
	}
};
