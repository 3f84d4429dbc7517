import type {ExportFormat} from '../../domain/export-format.js';
import type {ActivityPlan} from './activity-plan.js';

/** One activity of the simulated account. */
export type SimulatedActivity = {
	/** COROS's `labelId`: 18 decimal digits, above 2^53. */
	readonly id: string;
	/** The list item exactly as COROS sends it. */
	readonly item: Readonly<Record<string, unknown>>;
	/** The exports COROS has of it. */
	readonly formats: readonly ExportFormat[];
	/** Decides every sample of its files. */
	readonly seed: number;
	/** What its files are made from. */
	readonly plan: ActivityPlan;
};
