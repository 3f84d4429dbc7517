import {createInterface} from 'node:readline';
import {Writable} from 'node:stream';
import {KnownError} from '../domain/known-error.js';

// Questions go to stderr: stdout is for results. A hidden answer is not echoed.
const askOn = (question: string, isHidden: boolean): Promise<string> =>
	new Promise((resolve, reject) => {
		const output = new Writable({
			write(chunk, _encoding, done) {
				if (!isHidden) {
					process.stderr.write(chunk);
				}

				done();
			},
		});
		const lines = createInterface({input: process.stdin, output, terminal: true, historySize: 0});
		if (isHidden) {
			process.stderr.write(question);
		}

		lines.question(isHidden ? '' : question, (answer) => {
			resolve(answer);
			lines.close();
		});
		// Without this Ctrl-C would be just another key.
		lines.on('SIGINT', () => {
			reject(new DOMException('The question was left', 'AbortError'));
			lines.close();
		});
		// Ctrl-D: nobody is going to answer.
		lines.on('close', () => {
			if (isHidden) {
				process.stderr.write('\n');
			}

			reject(new KnownError('sign-in-needed'));
		});
	});

/** Asks a question on the terminal. Ctrl-C rejects with an `AbortError`. */
export const ask = async (question: string): Promise<string> =>
	(await askOn(question, false)).trim();

/** Asks for something nobody should see on the screen. */
export const askHidden = (question: string): Promise<string> => askOn(question, true);
