import {expect, test} from 'vitest';
import {
	type ErrorCode,
	errorCodes,
	KnownError,
	toErrorReport,
} from '../../source/domain/known-error.js';
import {adviceOn} from '../../source/ui/advice.js';

// They end a command before the app is there, or are said by the form that signs in.
const elsewhere: readonly ErrorCode[] = [
	'usage',
	'no-terminal',
	'unknown-profile',
	'wrong-password',
	'password-command',
	'code-needed',
	'wrong-code',
	'no-challenge',
	'sign-in-refused',
	// Said of a command that can do it.
	'damaged-archive',
];

test.each(errorCodes.filter((code) => !elsewhere.includes(code)))(
	'what to do about %s is said for somebody who is in the app',
	(code) => {
		const advice = adviceOn(toErrorReport(new KnownError(code)));
		expect(advice).toMatch(/\.$/);
		expect(advice).not.toMatch(/--|coros-tui [a-z]|\brun\b/i);
	},
);

test('advice of a failure of its own is kept', () => {
	const hint = 'COROS itself seems to have it so.';
	expect(adviceOn(toErrorReport(new KnownError('bad-file', {hint})))).toBe(hint);
});

test('an unexpected fault keeps its own words', () => {
	const report = toErrorReport(new Error('boom'));
	expect(adviceOn(report)).toBe(report.hint);
});
