import {expect, test} from 'vitest';
import type {TwoFactorChallenge} from '../../../source/domain/session.js';
import {createModel} from '../../../source/ui/initial-model.js';
import {keymap} from '../../../source/ui/keys/keymap.js';
import {type Input, reduce} from '../../../source/ui/keys/press.js';
import type {Model} from '../../../source/ui/model.js';
import {viewOf} from '../../../source/ui/view/saved-view.js';
import {fc} from '../../helpers/fast-check.js';
import {drawRaw} from '../draw.js';
import {createFakeServices} from '../fake-services.js';
import {press} from '../models.js';

const secret = 'Zq7Zq7Zq7';

const keys = [...new Set(keymap.flatMap((binding) => binding.keys))].filter((key) => key !== '^c');

const account = {userId: '1', email: 'ann@example.org', region: 'eu'} as const;
const challenge = {email: 'two@example.org'} as TwoFactorChallenge;
const error = {code: 'wrong-password', message: 'No', hint: 'Again'} as const;
const expired = {code: 'session-expired', message: 'Ended', hint: 'Sign in'} as const;

/** The secret goes where secrets go: the caret is taken to one of their fields, where there is one. */
const typeSecret = (model: Model): readonly Input[] => {
	const steps: Input[] = [];
	let at = model;
	while (
		at.screen.name === 'sign-in' &&
		!(at.overlay || at.screen.signIn.code) &&
		steps.length < 6
	) {
		if (['password', 'token'].includes(at.screen.signIn.focus)) {
			return [...steps, {type: 'pasted', text: secret}];
		}

		steps.push(press('tab'));
		at = reduce(at, press('tab'));
	}

	return [];
};

const step: fc.Arbitrary<Input | 'secret'> = fc.oneof(
	{arbitrary: fc.constantFrom(...keys).map<Input>(press), weight: 12},
	{arbitrary: fc.constantFrom('tab', 'enter', '^t', 'escape', ',').map<Input>(press), weight: 8},
	{arbitrary: fc.constant('secret' as const), weight: 8},
	{
		arbitrary: fc.constantFrom<Input>(
			{type: 'sign-in-failed', error},
			{type: 'signed-in', account},
			{type: 'code-sent', challenge, at: 0},
			{type: 'list-failed', error: expired},
			{type: 'clock-ticked', at: 40_000},
			{type: 'wheel-turned', by: 1},
			{type: 'clicked', column: 3, row: 4},
			{type: 'resized', columns: 60, rows: 15},
			{type: 'resized', columns: 40, rows: 9},
			{type: 'pasted', text: '123 456\n'},
			{type: 'settings-saved', folder: '/x'},
		),
		weight: 6,
	},
);

const isRevealed = ({screen}: Model): boolean =>
	screen.name === 'sign-in' && screen.signIn.isRevealed;

test('whatever is done while signing in and in the settings, nothing throws and no secret gets out', () => {
	let typed = 0;
	fc.assert(
		fc.property(fc.array(step, {maxLength: 60}), (steps) => {
			const services = createFakeServices({session: () => undefined});
			let model = createModel(services, {columns: 80, rows: 24});
			for (const one of steps) {
				const inputs = one === 'secret' ? typeSecret(model) : [one];
				typed += one === 'secret' && inputs.length > 0 ? 1 : 0;
				model = inputs.reduce(reduce, model);
				expect(JSON.stringify(viewOf(model))).not.toContain(secret.slice(0, 3));
				expect(JSON.stringify(model.settings)).not.toContain(secret.slice(0, 3));
				if (model.screen.name !== 'sign-in') {
					expect(JSON.stringify({...model, recordings: undefined})).not.toContain(secret);
				}
			}

			if (!isRevealed(model)) {
				expect(drawRaw(model)).not.toContain(secret.slice(0, 3));
			}
		}),
		{numRuns: 300},
	);
	expect(typed).toBeGreaterThan(100);
});
