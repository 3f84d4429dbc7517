import type {DayPreset} from '../../domain/day-preset.js';

/** What is chosen from menus to see less, beside the words of the filter. */
export type Chips = {
	/** Sport codes; empty for all. */
	readonly sports: ReadonlySet<number>;
	readonly days: DayPreset | undefined;
	/** Only what is not backed up. */
	readonly isOnlyNew: boolean;
};

export const noChips: Chips = {sports: new Set(), days: undefined, isOnlyNew: false};

/** Whether a chip hides anything. */
export const hasChips = ({sports, days, isOnlyNew}: Chips): boolean =>
	sports.size > 0 || days !== undefined || isOnlyNew;
