/** An output whose ellipsis, which texts too long end with, becomes plain ASCII while wanted. */
export type PlainOutput = {
	readonly stdout: NodeJS.WriteStream;
	setPlain(isPlain: boolean): void;
};

/** A cell for a cell: whoever compares frames does not notice. */
export const createPlainOutput = (stdout: NodeJS.WriteStream): PlainOutput => {
	let isPlain = false;
	const write = (chunk: unknown, ...rest: unknown[]): boolean => {
		const text = isPlain && typeof chunk === 'string' ? chunk.replaceAll('…', '~') : chunk;
		return Reflect.apply(stdout.write, stdout, [text, ...rest]);
	};

	return {
		stdout: new Proxy(stdout, {
			get(target, key) {
				const value: unknown = key === 'write' ? write : Reflect.get(target, key, target);
				return typeof value === 'function' ? value.bind(target) : value;
			},
		}),
		setPlain(wanted) {
			isPlain = wanted;
		},
	};
};
