/** Names that Windows keeps for its devices, with or without an extension. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:[ .]|$)/i;

/** What no name on Windows may hold; `/` and NUL nowhere else either. */
const forbidden = /[\u0000-\u001F<>:"/\\|?*]/;

/** Bytes of one name on most file systems. */
const longestName = 255;

/**
 * Why a single name cannot stand on every common file system; undefined where it can. From
 * Microsoft's "Naming Files, Paths, and Namespaces"; macOS and Linux ask for less.
 */
export const nameFault = (name: string): string | undefined => {
	if (name === '' || name === '.' || name === '..') {
		return 'is no name';
	}

	if (forbidden.test(name)) {
		return 'holds a character that Windows does not allow';
	}

	if (/[. ]$/.test(name)) {
		return 'ends in a dot or a space, which Windows drops';
	}

	if (device.test(name)) {
		return 'is a name that Windows keeps for a device';
	}

	return new TextEncoder().encode(name).length > longestName ? 'is too long' : undefined;
};

/**
 * Why Windows could not keep a folder of this path, or would keep another; undefined where it can.
 * Its own roots (`C:`, `\\server\share`, `\\?\`) and `.` or `..` are no names. A long path is no
 * fault: Node asks for it in the form that has no limit of 260 characters.
 */
export const windowsPathFault = (path: string): string | undefined => {
	const parts = path
		.replace(/^\\\\\?\\/, '')
		.replace(/^[a-z]:/i, '')
		.split(/[\\/]+/)
		.filter((part) => part !== '' && part !== '.' && part !== '..');
	for (const part of parts) {
		const fault = nameFault(part);
		if (fault !== undefined) {
			return `${part} ${fault}`;
		}
	}

	return undefined;
};

/**
 * What a name is for systems that tell neither case nor composition apart: `é` comes back from an
 * HFS+ disk as `e` with an accent, `.FIT` from a memory card as `.fit`.
 */
export const toNameKey = (name: string): string =>
	name.normalize('NFC').toLowerCase().normalize('NFC');

const encoder = new TextEncoder();

/**
 * A text as a part of a name that can stand on every system: what is not allowed becomes `-`, what
 * cannot be seen goes, and no more is kept than so many bytes, whole letters only.
 */
export const toPortablePart = (text: string, mostBytes: number): string => {
	const clean = text
		.normalize('NFC')
		.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
		.replaceAll(/[<>:"/\\|?*{}]+/g, '-')
		.replaceAll(/\s+/g, ' ')
		.replace(/^[. ]+|[. ]+$/g, '');
	let bytes = 0;
	let kept = '';
	for (const letter of clean) {
		bytes += encoder.encode(letter).length;
		if (bytes > mostBytes) {
			return kept.replace(/[. ]+$/, '');
		}

		kept += letter;
	}

	return kept;
};
