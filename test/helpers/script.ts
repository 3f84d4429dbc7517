import {writeFileSync} from 'node:fs';
import path from 'node:path';

/** A command, for any system's shell, that runs this code. It is a file: quoting differs too much. */
export const scriptCommand = (folder: string, name: string, code: string): string => {
	const file = path.join(folder, `${name}.mjs`);
	writeFileSync(file, code);
	return `"${process.execPath}" "${file}"`;
};

/** Code that prints a text, without holding it as it is: nothing here may hold a secret. */
export const printing = (text: string, stream: 'stdout' | 'stderr' = 'stdout'): string =>
	`process.${stream}.write(Buffer.from('${Buffer.from(text).toString('base64')}', 'base64'));`;
