import {read} from 'read';

/** Asks a question on the terminal. Questions go to stderr: stdout is for results. */
export const ask = async (question: string): Promise<string> =>
	(await read({prompt: question, output: process.stderr})).trim();

/** Asks for something nobody should see on the screen. */
export const askHidden = (question: string): Promise<string> =>
	read({prompt: question, silent: true, output: process.stderr});
