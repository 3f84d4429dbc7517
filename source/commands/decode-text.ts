/** PowerShell before version 7 writes so into files. */
const isUtf16 = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xfe;

const newline = 0x0a;

/**
 * What another program wrote, without a mark of its encoding: UTF-8, or UTF-16 where such a mark says
 * so. Undefined where it is neither, such as text of a Windows code page: as a password it would be a
 * wrong one. Pure.
 */
export const decodeText = (bytes: Uint8Array): string | undefined => {
	try {
		return new TextDecoder(isUtf16(bytes) ? 'utf-16le' : 'utf-8', {fatal: true}).decode(bytes);
	} catch {
		return undefined;
	}
};

/** Its first line, whatever the others are. */
export const decodeFirstLine = (bytes: Uint8Array): string | undefined => {
	const end = isUtf16(bytes) ? -1 : bytes.indexOf(newline);
	const text = decodeText(end === -1 ? bytes : bytes.subarray(0, end));
	return text?.split(/\r?\n|\r$/, 1)[0];
};

/** What to do where it is undefined. */
export const encodingHint =
	'Have it written as UTF-8. On Windows “chcp 65001 >nul & ” before a command makes what it prints UTF-8.';
