/**
 * The samples of an activity, as a rule one a second: one column for each quantity, all of length
 * `count`, NaN where a sample lacks it.
 */
export type FitRecords = {
	readonly count: number;
	/** Unix seconds. */
	readonly time: Float64Array;
	/** Degrees; a sample has both coordinates or neither. */
	readonly latitude: Float64Array;
	readonly longitude: Float64Array;
	/** Metres. */
	readonly altitude: Float64Array;
	/** Metres since the start. */
	readonly distance: Float64Array;
	/** Metres a second. */
	readonly speed: Float64Array;
	/** Beats a minute; never 0, which COROS writes for "none". */
	readonly heartRate: Float64Array;
	/** Revolutions, or strides of one leg, a minute; 0 is a real value. */
	readonly cadence: Float64Array;
	/** Watts. */
	readonly power: Float64Array;
	/** Degrees Celsius. */
	readonly temperature: Float64Array;
};

/** The totals of a lap or a session. Anything may be missing. */
export type FitSummary = {
	/** Unix seconds. */
	readonly startTime: number | undefined;
	/** Unix seconds. */
	readonly endTime: number | undefined;
	/** Seconds from start to end, pauses included. */
	readonly elapsedSeconds: number | undefined;
	/** Seconds the timer ran. */
	readonly timerSeconds: number | undefined;
	readonly distanceMeters: number | undefined;
	readonly ascentMeters: number | undefined;
	readonly descentMeters: number | undefined;
	readonly kilocalories: number | undefined;
	/** FIT sport number: 1 running, 2 cycling, 5 swimming, ... */
	readonly sport: number | undefined;
	readonly subSport: number | undefined;
	/** Metres a second. */
	readonly averageSpeed: number | undefined;
	readonly maximumSpeed: number | undefined;
	readonly averageHeartRate: number | undefined;
	readonly maximumHeartRate: number | undefined;
	/** Of one leg. */
	readonly averageCadence: number | undefined;
	readonly maximumCadence: number | undefined;
	/** Watts. */
	readonly averagePower: number | undefined;
	readonly maximumPower: number | undefined;
};

export type FitLap = FitSummary;
export type FitSession = FitSummary;

/** From the timer's stop to its next start, Unix seconds. */
export type FitPause = {readonly from: number; readonly to: number};

/** COROS is manufacturer 294; the product number of a new watch is unknown, so trust the name. */
export type FitDevice = {
	readonly manufacturer: number | undefined;
	readonly product: number | undefined;
	readonly productName: string | undefined;
};

/** What a FIT activity file holds. */
export type FitActivity = {
	/** Whether the file is whole; if not, this is what could be read of it. */
	readonly complete: boolean;
	readonly records: FitRecords;
	readonly laps: readonly FitLap[];
	readonly sessions: readonly FitSession[];
	readonly pauses: readonly FitPause[];
	readonly device: FitDevice;
	/** Seconds east of UTC. COROS watches wrote 0 everywhere until 2021: prefer the service's own. */
	readonly utcOffsetSeconds: number | undefined;
	/** When the file was made, Unix seconds: minutes to hours after the activity. */
	readonly createdAt: number | undefined;
};
