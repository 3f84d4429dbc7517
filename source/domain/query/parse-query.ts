import {foldCase} from '../fold.js';
import type {Units} from '../settings.js';
import {isDayLike, parseDays} from './parse-days.js';
import {isMeasureLike, parseMeasure} from './parse-measure.js';
import type {Condition, Query, Token} from './query.js';
import {type RawToken, splitTokens} from './split-tokens.js';
import {isSportNamed} from './sport-named.js';

const toWord = (text: string): Condition => {
	// A capital letter says that case counts.
	const isCaseSensitive = /\p{Lu}/u.test(text);
	return {kind: 'word', text: foldCase(text, isCaseSensitive), isCaseSensitive};
};

const states: Readonly<Record<string, boolean>> = {new: false, saved: true};

const parsePlain = (text: string, units: Units): Condition | undefined => {
	if (isMeasureLike(text)) {
		const measured = parseMeasure(text, units);
		return measured && {kind: 'measure', ...measured};
	}

	if (isDayLike(text)) {
		const days = parseDays(text);
		return days && {kind: 'days', ...days};
	}

	const state = /^is:(.*)$/i.exec(text)?.[1]?.toLowerCase();
	if (state !== undefined) {
		const isBackedUp = Object.hasOwn(states, state) ? states[state] : undefined;
		return isBackedUp === undefined ? undefined : {kind: 'backed-up', isBackedUp};
	}

	return text === '' ? undefined : toWord(text);
};

const parseToken = ({start, end, text, isQuoted}: RawToken, units: Units): Token => {
	const isExcluded = text.startsWith('-');
	const said = isExcluded ? text.slice(1) : text;
	const wanted = /^sport:(.*)$/i.exec(said)?.[1];
	const toCondition = (): Condition | undefined => {
		if (wanted !== undefined) {
			return isSportNamed(wanted) ? {kind: 'sport', wanted} : undefined;
		}

		return isQuoted ? (said === '' ? undefined : toWord(said)) : parsePlain(said, units);
	};
	const condition = toCondition();
	return {start, end, term: condition && {condition, isExcluded}};
};

/**
 * Reads a search. Every text has a meaning: a piece that is no valid search, or not yet, leaves
 * nothing out, so that the rows stay as they were until it is finished.
 */
export const parseQuery = (text: string, units: Units = 'metric'): Query => {
	const tokens = splitTokens(text).map((token) => parseToken(token, units));
	return {tokens, terms: tokens.flatMap(({term}) => term ?? [])};
};
