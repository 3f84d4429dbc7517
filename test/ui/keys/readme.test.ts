import {test} from 'vitest';
import {groups} from '../../../source/ui/keys/binding.js';
import {keyLabel} from '../../../source/ui/keys/key-label.js';
import {keymap} from '../../../source/ui/keys/keymap.js';
import {unicodeSymbols} from '../../../source/ui/symbols.js';
import {expectMadePart} from '../../helpers/made-part.js';

const toCell = (text: string): string => text.replaceAll('|', '\\|');

/** The keys of the table and of what opens from it, as the readme shows them. */
const toTable = (): string[] => {
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
	return ['| | keys | do |', '|---|---|---|', ...lines];
};

test('the readme’s keys are the app’s', () => {
	expectMadePart('README.md', 'keys', toTable());
});
