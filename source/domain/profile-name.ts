import {KnownError} from './known-error.js';
import {nameFault, toNameKey} from './portable-name.js';

/** What the account without a profile is called where it needs a name. */
export const unnamedProfile = 'default';

/** Letters, digits and marks of any script; no spaces, which shells and cron lines would cut. */
const pattern = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u;

const mostCharacters = 64;

/** Why a text cannot be a profile's name, as a sentence; undefined where it can. */
export const profileNameFault = (text: string): string | undefined => {
	const name = toNameKey(text);
	const fault = nameFault(name);
	if (pattern.test(name) && name.length <= mostCharacters && fault === undefined) {
		return undefined;
	}

	const why = fault === undefined ? `not ${text}` : `and ${text} ${fault}`;
	return `a profile's name is made of letters, digits, dots, dashes and underscores, at most ${mostCharacters}, ${why}`;
};

/**
 * A profile's name as every system keeps it: one spelling, whatever its case. Undefined for
 * `default`, the account without a profile. Throws `usage`.
 */
export const toProfileName = (text: string): string | undefined => {
	const detail = profileNameFault(text);
	if (detail !== undefined) {
		throw new KnownError('usage', {detail});
	}

	const name = toNameKey(text);
	return name === unnamedProfile ? undefined : name;
};
