import type {ErrorReport} from '../../domain/known-error.js';
import type {Route} from '../chart/route.js';
import type {Series} from '../chart/series.js';

/** A lap's numbers, as far as the watch wrote them. */
export type Lap = {
	readonly meters: number | undefined;
	/** While the timer ran. */
	readonly seconds: number | undefined;
	readonly ascentMeters: number | undefined;
	readonly averageHeartRate: number | undefined;
};

/** What charts run along. */
export type Axis = 'time' | 'distance';

/** What charts show, along one axis. */
export type Curves = {
	/** From the first sample to the last, in seconds or metres. */
	readonly length: number;
	readonly heartRate: Series | undefined;
	/** Metres. */
	readonly altitude: Series | undefined;
};

/** What is drawn of a recorded activity: a few thousand numbers, however long it was. */
export type Recording = {
	/** Whether the file is whole. */
	readonly isComplete: boolean;
	readonly descentMeters: number | undefined;
	readonly maximumHeartRate: number | undefined;
	readonly overTime: Curves;
	/** Where the watch knew how far it was. */
	readonly overDistance: Curves | undefined;
	readonly route: Route | undefined;
	readonly laps: readonly Lap[];
};

/** What came of reading one. */
export type ReadRecording =
	| {readonly kind: 'read'; readonly recording: Recording}
	/** It was on disk a moment ago. */
	| {readonly kind: 'gone'}
	| {readonly kind: 'failed'; readonly error: ErrorReport};

/** The recordings read last, by activity id, the latest at the end. */
export type Recordings = ReadonlyMap<string, ReadRecording>;

const mostKept = 16;

/** Adds one, and forgets those that were read longest ago. */
export const keepRecording = (
	recordings: Recordings,
	id: string,
	read: ReadRecording,
): Recordings => {
	const others = [...recordings].filter(([known]) => known !== id);
	return new Map([...others.slice(1 - mostKept), [id, read]]);
};
