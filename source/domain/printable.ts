// C0 and C1 controls, DEL, line and paragraph separators, and the bidirectional overrides that make
// a text read differently from what it is.
const dangerous = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]+/g;
const escapeSequence =
	/\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|[PX^_][^\u001B]*(?:\u001B\\)?|[ -/]*[0-~])|\u009B[0-?]*[ -/]*[@-~]/g;

/**
 * Text from outside (a name, a message of the service) made safe to print: whole escape sequences
 * go, other control characters become one space.
 */
export const toPrintable = (text: string): string =>
	text.replace(escapeSequence, '').replace(dangerous, ' ').trim();
