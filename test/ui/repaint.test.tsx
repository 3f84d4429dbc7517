import {render} from 'ink-testing-library';
import {expect, test} from 'vitest';
import type {Model} from '../../source/ui/model.js';
import {CurrentScreen} from '../../source/ui/screens/current-screen.js';
import {unicodeSymbols} from '../../source/ui/symbols.js';
import {SymbolsContext} from '../../source/ui/use-symbols.js';
import {fc} from '../helpers/fast-check.js';
import {makeActivities, makeActivity, wickedNames} from './activities.js';
import {drawRaw} from './draw.js';
import {follow, openTable} from './models.js';

const activities = [
	...makeActivities(60),
	...wickedNames.map((name, index) => makeActivity({id: `9${index}`, name, startTime: index})),
];

const keys = [
	'j',
	'k',
	'pagedown',
	'pageup',
	'^d',
	'^u',
	'g',
	'G',
	'space',
	'v',
	'a',
	'i',
	's',
	'S',
];
const more = [
	'p',
	'+',
	'-',
	'/',
	'1',
	'r',
	'u',
	'n',
	'escape',
	'backspace',
	'enter',
	'N',
	'?',
	'f',
];

const view = (model: Model) => (
	<SymbolsContext value={unicodeSymbols}>
		<CurrentScreen model={model} />
	</SymbolsContext>
);

test('a screen that has come a long way looks like one painted for the first time', () => {
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom(...keys, ...more), {minLength: 1, maxLength: 12}),
			fc.integer({min: 15, max: 30}),
			(pressed, rows) => {
				// As wide as the testing library's terminal always is.
				let model = openTable(activities, {columns: 100, rows});
				const live = render(view(model));
				for (const key of pressed) {
					model = follow(model, key);
					live.rerender(view(model));
				}

				expect(live.lastFrame()).toBe(drawRaw(model));

				live.unmount();
			},
		),
		{numRuns: 25},
	);
}, 60_000);
