import {toText} from './flag-values.js';
import type {Flags} from './flags.js';

/** Whether a flag stands on the command line, not in the environment. */
export const isGiven = (argv: readonly string[], flag: string): boolean =>
	argv.some((word) => word === `--${flag}` || word.startsWith(`--${flag}=`));

type PasswordSource = Pick<Flags, 'password' | 'passwordStdin' | 'passwordCommand'>;

/**
 * The one way the password comes by: the command line before the environment, and in either standard
 * input before a command before the password itself.
 */
export const toPasswordSource = (
	parsed: Readonly<Record<string, unknown>>,
	argv: readonly string[],
): PasswordSource => {
	const none: PasswordSource = {
		password: undefined,
		passwordStdin: false,
		passwordCommand: undefined,
	};
	const sources = [
		{flag: 'password-stdin', found: parsed['password-stdin'] === true, is: {passwordStdin: true}},
		...(['password-command', 'password'] as const).map((flag) => {
			const text = toText(parsed[flag]);
			const key = flag === 'password' ? 'password' : 'passwordCommand';
			return {flag, found: text !== undefined, is: {[key]: text}};
		}),
	].filter(({found}) => found);
	const chosen = sources.find(({flag}) => isGiven(argv, flag)) ?? sources[0];
	return {...none, ...chosen?.is};
};
