import type {ActiveTransfer} from '../../backup/progress.js';

type Retrying = NonNullable<ActiveTransfer['retrying']>;

/** When each wait for another try was first heard of, in milliseconds. */
export type Waits = ReadonlyMap<Retrying, number>;

/** The waits that still are. */
export const keepWaits = (waits: Waits, active: readonly ActiveTransfer[], at: number): Waits =>
	new Map(
		active.flatMap(
			({retrying}): Array<[Retrying, number]> =>
				retrying ? [[retrying, waits.get(retrying) ?? at]] : [],
		),
	);

/** Whole seconds to the next try; 0 where it is due, and waits only for its turn. */
export const secondsToTry = (waits: Waits, retrying: Retrying, now: number | undefined): number => {
	const since = waits.get(retrying);
	return since === undefined || now === undefined
		? 0
		: Math.max(0, Math.ceil((since + retrying.waitMs - now) / 1000));
};
