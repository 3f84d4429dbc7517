/** Where commands print and ask. */
export type Io = {
	/** Results: what a script reads. */
	readonly out: (text: string) => void;
	/** Progress and problems. */
	readonly error: (text: string) => void;
	/** Waits until whoever reads the results has taken them. */
	readonly drained: () => Promise<void>;
	/** Whether a person sits at both ends. */
	readonly isInteractive: boolean;
	/** Whether problems go to a terminal, where a line may be redrawn. */
	readonly isErrorTerminal: boolean;
	/** Cells of a line of problems. */
	readonly columns: number;
	/** Cells of a line of results; undefined where they go to a file or another program. */
	readonly outColumns: number | undefined;
	/** All of standard input. */
	readonly readInput: () => Promise<Uint8Array>;
};

/** The process's own streams. */
export const createProcessIo = (): Io => ({
	out: (text) => void process.stdout.write(text),
	error: (text) => void process.stderr.write(text),
	drained: () => new Promise((resolve) => process.stdout.write('', () => resolve())),
	isInteractive: Boolean(process.stdin.isTTY && process.stderr.isTTY),
	isErrorTerminal: Boolean(process.stderr.isTTY && process.env.TERM !== 'dumb'),
	columns: process.stderr.columns || 80,
	outColumns: process.stdout.columns || undefined,
	async readInput() {
		const chunks: Uint8Array[] = [];
		for await (const chunk of process.stdin) {
			chunks.push(chunk as Uint8Array);
		}

		return Buffer.concat(chunks);
	},
});
