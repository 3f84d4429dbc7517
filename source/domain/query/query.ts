/** What a search can measure. */
export type Measure = 'distance' | 'time' | 'ascent' | 'heartRate' | 'load' | 'energy';

export type Operator = '>' | '>=' | '<' | '<=';

/** One thing that must hold. Values are in metres, seconds, beats a minute and kilocalories. */
export type Condition =
	| {
			readonly kind: 'word';
			/** Without accents, and in lower case unless case counts. */
			readonly text: string;
			readonly isCaseSensitive: boolean;
	  }
	| {
			readonly kind: 'measure';
			readonly measure: Measure;
			readonly operator: Operator;
			readonly value: number;
	  }
	/** Days, inclusive, `YYYY-MM-DD`. */
	| {readonly kind: 'days'; readonly from: string | undefined; readonly to: string | undefined}
	| {readonly kind: 'sport'; readonly wanted: string}
	| {readonly kind: 'backed-up'; readonly isBackedUp: boolean};

export type Term = {readonly condition: Condition; readonly isExcluded: boolean};

/** A piece of what was typed: where it stands, and what it means, if anything. */
export type Token = {
	readonly start: number;
	readonly end: number;
	/** Undefined where it is no valid search, or not yet: then it leaves nothing out. */
	readonly term: Term | undefined;
};

/** A search: every term must hold. */
export type Query = {readonly tokens: readonly Token[]; readonly terms: readonly Term[]};
