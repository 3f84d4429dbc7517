import {isKnownError, KnownError} from '../domain/known-error.js';
import {findCommand} from './command-line/commands.js';
import {toVariable} from './command-line/variable.js';
import {nearest} from './nearest.js';
import {isGiven} from './password-source.js';
import {synonymsOf} from './synonyms.js';
import {WrongWord} from './usage.js';

const isSetting = (flag: string, argv: readonly string[]): boolean =>
	!isGiven(argv, flag) && process.env[toVariable(flag)] !== undefined;

const suggest = ({word, candidates}: WrongWord): string | undefined => {
	const known = [...candidates.keys()];
	const meant = synonymsOf(word).find((one) => candidates.has(one)) ?? nearest(word, known);
	return candidates.get(meant ?? '');
};

// Who set a variable looks for it, not for a flag.
const nameVariable = (detail: string, argv: readonly string[]): string =>
	detail.replace(/^--([\w-]+)/, (flag, name) =>
		isSetting(String(name), argv) ? toVariable(String(name)) : flag,
	);

/**
 * What was wrong with a command line, for whoever typed it: with what was probably meant, and with
 * the help of the right command. Any other error stays as it is.
 */
export const toUsage = (error: unknown, argv: readonly string[]): unknown => {
	if (!isKnownError(error) || error.code !== 'usage') {
		return error;
	}

	const command = argv.find((word) => findCommand(word));
	const {message} = new KnownError('usage');
	const detail = nameVariable(error.message.slice(`${message}: `.length), argv);
	const meant = error instanceof WrongWord ? suggest(error) : undefined;
	const help = `See coros-tui ${command === undefined ? '' : `${command} `}--help.`;
	const hint = meant === undefined ? help : `Did you mean ${meant}? ${help}`;
	return new KnownError('usage', {detail, hint});
};
