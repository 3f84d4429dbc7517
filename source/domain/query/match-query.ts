import type {Activity} from '../activity.js';
import {foldCase} from '../fold.js';
import {toSport} from '../sport.js';
import type {Condition, Measure, Operator, Query, Term} from './query.js';
import {sportMatcher} from './sport-named.js';

/** The second is the activity's `haystackOf`, which is made once for many searches. */
type Test = (activity: Activity, haystack: string) => boolean;

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

// Sports are few: each is read once.
const sportReader = (text: string, isCaseSensitive: boolean): ((sportType: number) => boolean) => {
	const known = new Map<number, boolean>();
	return (sportType) => {
		const seen = known.get(sportType);
		if (seen !== undefined) {
			return seen;
		}

		const isMeant = foldCase(toSport(sportType).name, isCaseSensitive).includes(text);
		known.set(sportType, isMeant);
		return isMeant;
	};
};

const toTest = (condition: Condition, isBackedUp: (id: string) => boolean): Test => {
	switch (condition.kind) {
		case 'word': {
			const {text, isCaseSensitive} = condition;
			const isSportMeant = sportReader(text, isCaseSensitive);
			return isCaseSensitive
				? ({name, sportType}) => foldCase(name, true).includes(text) || isSportMeant(sportType)
				: ({sportType}, haystack) => haystack.includes(text) || isSportMeant(sportType);
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
