import type {FitActivity, FitLap, FitSession, FitSummary} from '../fit/fit-activity.js';
import {isMoment} from './clock.js';
import {cutRows, isEmpty, type Rows, splitRows, timeEnds} from './rows.js';

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
	leg: Omit<Leg, 'laps'>,
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
	const pausedUntil = createPauseSum(pauses);
	const segments = splitRows(leg.segments, parts);
	return parts.map((rows, index) => {
		const {sums, startTime} = all[index] ?? {sums: undefined, startTime: leg.startTime};
		const [first = startTime, last = startTime] = timeEnds(records.time, rows);
		const pausedSeconds = pausedUntil(first, last);
		return {...rows, sums, startTime, pausedSeconds, segments: segments[index] ?? []};
	});
};

/** Sums the pauses between two moments; each call goes on from the one before. */
const createPauseSum = (pauses: FitActivity['pauses']) => {
	let next = 0;
	return (first: number, last: number): number => {
		let sum = 0;
		for (let pause = pauses[next]; pause && pause.to <= last; pause = pauses[next]) {
			if (pause.from >= first) sum += pause.to - pause.from;
			next += 1;
		}

		return sum;
	};
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
	let nextLap = 0;
	return parts.map((rows, index) => {
		const {sums: session, startTime} = sessions[index] ?? {sums: undefined, startTime: 0};
		const end = starts[index] ?? Number.POSITIVE_INFINITY;
		const firstLap = nextLap;
		while ((laps[nextLap]?.startTime ?? end) < end) nextLap += 1;
		const segments = cutAtPauses(records.time, rows, pauses);
		const leg = {...rows, session, startTime, segments};
		return {...leg, laps: layOutLaps(activity, leg, laps.slice(firstLap, nextLap))};
	});
};
