import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {groups} from '../../../source/ui/keys/binding.js';
import {keyLabel} from '../../../source/ui/keys/key-label.js';
import {keymap} from '../../../source/ui/keys/keymap.js';
import {unicodeSymbols} from '../../../source/ui/symbols.js';

const readme = path.resolve(import.meta.dirname, '../../../README.md');

const begin = '<!-- keys: made from source/ui/keys; `npm run keys` writes them anew -->';
const end = '<!-- /keys -->';

const toCell = (text: string): string => text.replaceAll('|', '\\|');

/** The keys of the table and of what opens from it, as the readme shows them. */
const toTable = (): string => {
	const rows = new Map<string, string[]>();
	for (const {layers, group, keys, help} of keymap) {
		if (layers.includes('activities')) {
			const row = `${group}\u0000${help}`;
			const labels = keys.map((key) => `\`${keyLabel(key, unicodeSymbols)}\``);
			rows.set(row, [...(rows.get(row) ?? []), ...labels]);
		}
	}

	const lines = groups.flatMap((group) =>
		[...rows]
			.filter(([row]) => row.startsWith(`${group}\u0000`))
			.map(
				([row, keys]) => `| ${group} | ${keys.map(toCell).join(' ')} | ${row.split('\u0000')[1]} |`,
			),
	);
	return ['| | keys | do |', '|---|---|---|', ...lines].join('\n');
};

test('the readme’s keys are the app’s', () => {
	const text = readFileSync(readme, 'utf8');
	const before = text.slice(0, text.indexOf(begin) + begin.length);
	const after = text.slice(text.indexOf(end));
	expect(text).toContain(begin);
	expect(text).toContain(end);
	const wanted = `${before}\n${toTable()}\n${after}`;
	if (process.env.WRITE_KEYS) {
		writeFileSync(readme, wanted);
	}

	expect(readFileSync(readme, 'utf8')).toBe(wanted);
});
