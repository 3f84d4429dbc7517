import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect} from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** Holds a page to its text, and writes it instead for `npm run keys`. */
export const expectPage = (page: string, toWanted: (text: string) => string): void => {
	const file = path.join(root, page);
	const text = readFileSync(file, 'utf8');
	const wanted = toWanted(text);
	if (process.env.WRITE_KEYS) {
		writeFileSync(file, wanted);
		return;
	}

	expect(text).toBe(wanted);
};

/** Holds a part of a page, between `<!-- name: … -->` and `<!-- /name -->`, to what it is made from. */
export const expectMadePart = (page: string, name: string, lines: readonly string[]): void =>
	expectPage(page, (text) => {
		const [begin] = new RegExp(`<!-- ${name}\\b[^>]*-->`).exec(text) ?? [];
		const end = text.indexOf(`<!-- /${name} -->`);
		if (begin === undefined || end === -1) {
			throw new Error(`${page} has no part that is called ${name}`);
		}

		const before = text.slice(0, text.indexOf(begin) + begin.length);
		return `${before}\n${lines.join('\n')}\n${text.slice(end)}`;
	});
