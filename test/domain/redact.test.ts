import {expect, test} from 'vitest';
import {createRedact} from '../../source/domain/redact.js';
import {fc} from '../helpers/fast-check.js';

const token = '0123456789ABCDEF0123456789ABCDEF';
const redact = createRedact({
	home: '/home/ann',
	secrets: [
		['ann@example.org', '(e-mail)'],
		['445823834382155776', '(user id)'],
		[token, '(token)'],
		['a$&b', '(word)'],
		['x', 'too short to be looked for'],
		[undefined, ''],
	],
});

test.each([
	[`accesstoken: ${token}`, 'accesstoken: …'],
	[`the token ${token.toLowerCase()} again`, 'the token (token) again'],
	['mail of ann@example.org', 'mail of (e-mail)'],
	['mail of somebody.else+x@mail.example.co.uk!', 'mail of (e-mail)!'],
	['GET https://s3.example/a.fit?X-Amz-Signature=1&b=2 200', 'GET https://s3.example/a.fit?… 200'],
	['{"password":"p w","p1":"abc"}', '{"password":…,"p1":…}'],
	['--password=hunter2', '--password=…'],
	['user 445823834382155776', 'user (user id)'],
	['activity 476018273645546497', 'activity 476018273645546497'],
	['/home/ann/coros_activities', '~/coros_activities'],
	['a$&b', '(word)'],
	['x marks', 'x marks'],
])('%s', (text, expected) => {
	expect(redact(text)).toBe(expected);
});

test('hides what is known to be secret, wherever it stands', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), (before, after) => {
			const text = redact(`${before}${token}/home/ann ann@example.org${after}`);
			for (const secret of [token, '/home/ann', 'ann@example.org']) {
				expect(text).not.toContain(secret);
			}
		}),
	);
});
