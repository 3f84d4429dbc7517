import type {Activity} from '../../domain/activity.js';
import {haystackOf} from '../../domain/query/haystack.js';
import {createMatcher} from '../../domain/query/match-query.js';
import {narrows} from '../../domain/query/narrows.js';
import {parseQuery} from '../../domain/query/parse-query.js';
import type {Query} from '../../domain/query/query.js';
import {finish, type Steps} from '../../domain/steps.js';
import {rememberInSteps} from '../remember.js';
import {type Backed, isDone} from './filter.js';

/** Rows, and what words are searched in, in the same order. */
type Ground = {readonly rows: readonly Activity[]; readonly haystacks: readonly string[]};

type Growing = {readonly rows: readonly Activity[]; readonly haystacks: string[]};

let ground: Growing = {rows: [], haystacks: []};

// A few milliseconds.
const atOnce = 5000;

function* toGround(rows: readonly Activity[]): Steps<Ground> {
	while (prepareSearch(rows, atOnce)) {
		yield;
	}

	return ground;
}

// Where the first letter is in every name, nothing has to be copied.
function* searchIn(searched: Ground, query: Query, backed: Backed): Steps<Ground> {
	const {rows, haystacks} = searched;
	const matches = createMatcher(query, (id) => isDone(id, backed));
	let found: {readonly rows: Activity[]; readonly haystacks: string[]} | undefined;
	for (let index = 0; index < rows.length; index += 1) {
		if (index % atOnce === atOnce - 1) {
			yield;
		}

		const activity = rows[index] as Activity;
		const haystack = haystacks[index] ?? '';
		const isFound = matches(activity, haystack);
		if (isFound && found) {
			found.rows.push(activity);
			found.haystacks.push(haystack);
		} else if (!isFound) {
			found ??= {rows: rows.slice(0, index), haystacks: haystacks.slice(0, index)};
		}
	}

	return found ?? searched;
}

const nothing: Backed = {formats: [], entryOf: undefined};

// A search that nobody asked for: by the time somebody does, the engine has compiled it.
const rehearse = (piece: Ground): void => {
	for (const letter of 'aeu') {
		finish(searchIn(piece, parseQuery(letter, 'metric'), nothing));
	}
};

/**
 * Makes ready so many more of the rows, for a search to come: the first letter of it need not wait
 * for all of them. Returns whether there are more.
 */
export const prepareSearch = (rows: readonly Activity[], count: number): boolean => {
	if (ground.rows !== rows) {
		ground = {rows, haystacks: []};
	}

	const {haystacks} = ground;
	const first = haystacks.length;
	const end = Math.min(rows.length, first + count);
	for (let index = first; index < end; index += 1) {
		haystacks.push(haystackOf(rows[index] ?? {name: ''}));
	}

	rehearse({rows: rows.slice(first, end), haystacks: haystacks.slice(first, end)});

	return end < rows.length;
};

type Search = {
	readonly query: Query;
	readonly activities: readonly Activity[];
	readonly formats: Backed['formats'] | undefined;
	readonly entryOf: Backed['entryOf'];
};

let last: {readonly search: Search; readonly found: Ground} | undefined;

// While a word is being typed, each search looks only through what the one before it has found.
const lastFound = ({query, activities, formats, entryOf}: Search): Ground | undefined =>
	last &&
	last.search.activities === activities &&
	last.search.formats === formats &&
	last.search.entryOf === entryOf &&
	narrows(last.search.query, query)
		? last.found
		: undefined;

const searching = rememberInSteps(function* (
	activities: readonly Activity[],
	query: Query,
	formats: Backed['formats'] | undefined,
	entryOf: Backed['entryOf'],
): Steps<readonly Activity[]> {
	if (query.terms.length === 0) {
		return activities;
	}

	const search = {query, activities, formats, entryOf};
	const searched = lastFound(search) ?? (yield* toGround(activities));
	const found = yield* searchIn(searched, query, {formats: formats ?? [], entryOf});
	last = {search, found};
	return found.rows;
});

/** The activities that a search means; the folder is given where the search asks for it. */
export const searchActivities = searching.now;

/** The same in steps, for a list that is not shown yet. */
export const searchInTurns = searching.steps;
