/** Says a figure aloud when everything was asked for. */
export const report = (line: string): void => {
	if (process.env.CRASH === 'all') {
		process.stderr.write(`${line}\n`);
	}
};
