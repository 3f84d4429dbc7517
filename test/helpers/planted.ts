import {tokenMark} from '../../source/simulator/accounts.js';

/**
 * What every planted secret has in it, so that it is known again anywhere, in one piece or quoted:
 * passwords, session tokens, tickets of two-factor sign-in, signatures of links, a proxy's password.
 */
export const passwordMark = 'pa$$ wörd';

const latin1 = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

const marks: ReadonlyMap<string, RegExp> = new Map([
	[
		'password',
		new RegExp(
			[passwordMark, latin1(passwordMark), encodeURIComponent(passwordMark)]
				.map((text) => text.replaceAll(/[$]/g, '\\$&'))
				.join('|'),
		),
	],
	['session token', new RegExp(tokenMark, 'i')],
	['login ticket', /ticket-[\da-f]{16}/],
	['signed link', /Signature=planted/],
	['proxy password', /planted-proxy-password/],
	['cookie', /CPL-coros-token=/],
]);

/** The kinds of planted secrets in a text. */
export const findSecrets = (text: string): string[] =>
	[...marks].filter(([, mark]) => mark.test(text)).map(([name]) => name);
