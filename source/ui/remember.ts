/**
 * The same function, keeping its last answer: called again with the same arguments it does nothing.
 * Enough for a screen, which asks for one state at a time, and it never grows.
 */
export const rememberLast = <Arguments extends readonly unknown[], Result>(
	compute: (...inputs: Arguments) => Result,
): ((...inputs: Arguments) => Result) => {
	let last: {readonly inputs: Arguments; readonly result: Result} | undefined;
	return (...inputs) => {
		const known = last;
		if (known && inputs.every((input, index) => Object.is(input, known.inputs[index]))) {
			return known.result;
		}

		const result = compute(...inputs);
		last = {inputs, result};
		return result;
	};
};
