import type {Activity} from '../activity.js';
import type {Condition, Measure, Operator, Query, Term} from './query.js';
import {sportMatcher} from './sport-named.js';

/** What words are searched in. */
export type Haystack = {
	/** Name and sport without accents. */
	readonly text: string;
	/** The same in lower case. */
	readonly lower: string;
};

type Test = (activity: Activity, haystack: Haystack) => boolean;

const values: Readonly<Record<Measure, (activity: Activity) => number | undefined>> = {
	distance: ({distanceMeters}) => distanceMeters,
	time: ({workoutSeconds}) => workoutSeconds,
	ascent: ({ascentMeters}) => ascentMeters,
	heartRate: ({averageHeartRate}) => averageHeartRate,
	load: ({trainingLoad}) => trainingLoad,
	energy: ({kilocalories}) => kilocalories,
};

const comparisons: Readonly<Record<Operator, (value: number, limit: number) => boolean>> = {
	'>': (value, limit) => value > limit,
	'>=': (value, limit) => value >= limit,
	'<': (value, limit) => value < limit,
	'<=': (value, limit) => value <= limit,
};

const toTest = (condition: Condition, isBackedUp: (id: string) => boolean): Test => {
	switch (condition.kind) {
		case 'word': {
			const {text, isCaseSensitive} = condition;
			return isCaseSensitive
				? (_, haystack) => haystack.text.includes(text)
				: (_, haystack) => haystack.lower.includes(text);
		}
		case 'measure': {
			const toValue = values[condition.measure];
			const compare = comparisons[condition.operator];
			return (activity) => {
				const value = toValue(activity);
				return value !== undefined && compare(value, condition.value);
			};
		}
		case 'days': {
			const {from, to} = condition;
			return ({day}) => (from === undefined || day >= from) && (to === undefined || day <= to);
		}
		case 'sport': {
			const isMeant = sportMatcher(condition.wanted);
			return ({sportType}) => isMeant(sportType);
		}
		case 'backed-up':
			return ({id}) => isBackedUp(id) === condition.isBackedUp;
	}
};

const negate =
	(test: Test): Test =>
	(activity, haystack) =>
		!test(activity, haystack);

const compile = ({condition, isExcluded}: Term, isBackedUp: (id: string) => boolean): Test =>
	isExcluded ? negate(toTest(condition, isBackedUp)) : toTest(condition, isBackedUp);

/** A function that says whether an activity is what the search means. */
export const createMatcher = ({terms}: Query, isBackedUp: (id: string) => boolean): Test => {
	const tests = terms.map((term) => compile(term, isBackedUp));
	const [first] = tests;
	return first && tests.length === 1
		? first
		: (activity, haystack) => tests.every((test) => test(activity, haystack));
};
