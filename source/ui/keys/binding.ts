import type {Action} from '../action.js';
import type {Model} from '../model.js';
import type {Layer} from './layer.js';

/** The headings keys are listed under, in this order. */
export const groups = ['Move', 'Mark', 'Find', 'Order', 'Do', 'App'] as const;

export type Group = (typeof groups)[number];

/** A key's place in the footer. */
export type Hint = {
	/** A word or two; undefined while the key would do nothing. */
	readonly text: string | ((model: Model) => string | undefined);
	/** The smaller, the earlier, and the longer it stays when room runs out. */
	readonly priority: number;
	/** At the end of the line, where everybody looks for it, whatever its priority. */
	readonly isLast?: boolean;
};

/** One row of the keymap: the only place where keys are named. */
export type Binding = {
	readonly layers: readonly Layer[];
	/** The first is the one hints show. */
	readonly keys: readonly string[];
	readonly action: Action;
	readonly group: Group;
	/** For the help screen and the readme; rows with the same words are shown as one. */
	readonly help: string;
	readonly hint?: Hint;
};
