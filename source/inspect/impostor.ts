import type {ExportFormat} from '../domain/export-format.js';

const headSize = 1024;

const signatures = [
	{what: 'a gzip archive', format: undefined, at: 0, bytes: [0x1f, 0x8b]},
	{what: 'a zip archive', format: undefined, at: 0, bytes: [0x50, 0x4b]},
	{what: 'a FIT file', format: 'fit', at: 8, bytes: [0x2e, 0x46, 0x49, 0x54]},
] as const;

/** What may come before the first element of an XML document. */
const prolog = /^(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/;
const webPage = /^<(?:!doctype\s+html|html|head|body|title|script|div|h1|p)\b/i;
/** The answer of S3 and its like to a missing or forbidden object. */
const errorDocument = /^<(?:\w+:)?Error(?:Response)?\b/;
const errorCode = /<Code>(\w{1,40})<\/Code>/;

const identifyMarkup = (text: string, format: ExportFormat): string | undefined => {
	const body = text.replace(prolog, '');
	if (webPage.test(body)) return 'a web page';
	if (errorDocument.test(body)) {
		const code = errorCode.exec(body)?.[1];
		return `an XML error document${code ? ` (${code})` : ''}`;
	}

	return format === 'fit' || format === 'csv' ? 'an XML document' : undefined;
};

const identify = (head: Uint8Array, format: ExportFormat): string | undefined => {
	const signature = signatures.find(({at, bytes}) =>
		bytes.every((byte, index) => head[at + index] === byte),
	);
	if (signature) return signature.format === format ? undefined : signature.what;

	const text = new TextDecoder().decode(head).trimStart();
	if (text === '' && head.length < headSize) return 'an empty body';
	if (text.startsWith('{') || text.startsWith('[')) return 'a JSON answer';
	return text.startsWith('<') ? identifyMarkup(text, format) : undefined;
};

/**
 * Watches the first bytes of a body for what servers send instead of a file: nothing, a web page,
 * a JSON or XML error, an archive. `end` names it, and is `undefined` where nothing speaks against
 * the format.
 */
export const createImpostorWatch = (format: ExportFormat) => {
	const head = new Uint8Array(headSize);
	let length = 0;

	return {
		write(chunk: Uint8Array): void {
			const wanted = chunk.subarray(0, headSize - length);
			head.set(wanted, length);
			length += wanted.length;
		},

		end(): string | undefined {
			const impostor = identify(head.subarray(0, length), format);
			return impostor && `${impostor} instead of a ${format.toUpperCase()} file`;
		},
	};
};
