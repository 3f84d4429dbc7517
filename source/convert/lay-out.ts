import type {FitActivity, FitLap, FitSession, FitSummary} from '../fit/fit-activity.js';
import {isMoment} from './clock.js';
import {cutRows, isEmpty, type Rows, timeEnds} from './rows.js';

/** A lap with its rows. */
export type PlacedLap = Rows & {
	/** What the FIT file says of it; undefined where the file made no laps or lost them. */
	readonly sums: FitSummary | undefined;
	/** Unix seconds. */
	readonly startTime: number;
	/** Seconds of the lap's rows that were spent paused. */
	readonly pausedSeconds: number;
	/** What was recorded in one go: cut where the timer started again. None is empty. */
	readonly segments: readonly Rows[];
};

/** One sport of an activity: the whole of it, but for a triathlon and the like. */
export type Leg = Rows & {
	readonly session: FitSession | undefined;
	/** Unix seconds. */
	readonly startTime: number;
	/** At least one. */
	readonly laps: readonly PlacedLap[];
	readonly segments: readonly Rows[];
};

const startOf = ({startTime, endTime, elapsedSeconds}: FitSummary): number | undefined =>
	startTime ??
	(endTime === undefined || elapsedSeconds === undefined ? undefined : endTime - elapsedSeconds);

type Started<Summary> = {readonly sums: Summary; readonly startTime: number};

const inOrder = <Summary extends FitSummary>(
	summaries: readonly Summary[],
): ReadonlyArray<Started<Summary>> =>
	summaries
		.flatMap((sums) => {
			const startTime = startOf(sums);
			return startTime === undefined || !isMoment(startTime) ? [] : [{sums, startTime}];
		})
		.sort((a, b) => a.startTime - b.startTime);

const layOutLaps = (
	{records, pauses}: FitActivity,
	leg: Rows & {readonly session: FitSession | undefined; readonly startTime: number},
	laps: ReadonlyArray<Started<FitLap | undefined>>,
): PlacedLap[] => {
	const lastLap = laps.at(-1)?.sums?.endTime;
	const [, lastTime] = timeEnds(records.time, leg);
	// A torn file has lost its session and the laps after these.
	const isCut =
		leg.session === undefined && lastLap !== undefined && (lastTime ?? lastLap) > lastLap;
	const all: ReadonlyArray<Started<FitLap | undefined>> =
		laps.length === 0
			? [{sums: leg.session, startTime: leg.startTime}]
			: isCut
				? [...laps, {sums: undefined, startTime: lastLap}]
				: laps;
	const parts = cutRows(
		records.time,
		leg,
		all.slice(1).map(({startTime}) => startTime),
	);
	return parts.map((rows, index) => {
		const {sums, startTime} = all[index] ?? {sums: undefined, startTime: leg.startTime};
		const [first = startTime, last = startTime] = timeEnds(records.time, rows);
		const pausedSeconds = pauses
			.filter(({from, to}) => from >= first && to <= last)
			.reduce((sum, {from, to}) => sum + to - from, 0);
		return {
			...rows,
			sums,
			startTime,
			pausedSeconds,
			segments: cutAtPauses(records.time, rows, pauses),
		};
	});
};

const cutAtPauses = (time: Float64Array, rows: Rows, pauses: FitActivity['pauses']): Rows[] =>
	cutRows(
		time,
		rows,
		pauses.map(({to}) => to),
	).filter((part) => !isEmpty(part));

/**
 * Places every record in its leg, lap and segment. A record belongs to the last lap and session that
 * had begun by then, and the first ones take what came before; a new segment begins where the timer
 * starts again. Sessions that begin at one moment are one. Empty where nothing has a time.
 */
export const layOut = (activity: FitActivity): readonly Leg[] => {
	const {records, pauses} = activity;
	const whole = {from: 0, to: records.count};
	const laps = inOrder(activity.laps);
	const known = inOrder(activity.sessions).filter(
		({startTime}, index, all) => index === 0 || startTime > (all[index - 1]?.startTime ?? 0),
	);
	const start = laps[0]?.startTime ?? timeEnds(records.time, whole)[0];
	const sessions: ReadonlyArray<Started<FitSession | undefined>> =
		known.length > 0
			? known
			: start === undefined
				? []
				: [{sums: activity.sessions[0], startTime: start}];
	const starts = sessions.slice(1).map(({startTime}) => startTime);
	const parts = sessions.length === 0 ? [] : cutRows(records.time, whole, starts);
	return parts.map((rows, index) => {
		const {sums: session, startTime} = sessions[index] ?? {sums: undefined, startTime: 0};
		const from = index === 0 ? Number.NEGATIVE_INFINITY : startTime;
		const to = starts[index] ?? Number.POSITIVE_INFINITY;
		const own = laps.filter((lap) => lap.startTime >= from && lap.startTime < to);
		const leg = {...rows, session, startTime};
		return {
			...leg,
			laps: layOutLaps(activity, leg, own),
			segments: cutAtPauses(records.time, rows, pauses),
		};
	});
};
