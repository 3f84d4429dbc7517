/**
 * One recorded session of sport, as COROS lists it. Everything but the id and the day may be
 * missing: watches, imports and old firmware leave fields out, and none of that may cost a backup.
 */
export type Activity = {
	/** COROS's `labelId`: decimal digits, above 2^53, so always a string. */
	readonly id: string;
	/** As the person wrote it: may be empty, in any script, with control characters. Never print raw. */
	readonly name: string;
	/** COROS's sport code; see `sport.ts`. Unknown codes are kept. */
	readonly sportType: number;
	/** The activity's own local day, `YYYY-MM-DD`. */
	readonly day: string;
	/** Unix seconds, UTC. */
	readonly startTime: number | undefined;
	/** Unix seconds, UTC. */
	readonly endTime: number | undefined;
	/** Minutes east of UTC where it was recorded. */
	readonly utcOffsetMinutes: number;
	/** Seconds the timer ran. */
	readonly workoutSeconds: number | undefined;
	/** Seconds from start to end, pauses included. */
	readonly totalSeconds: number | undefined;
	readonly distanceMeters: number | undefined;
	readonly ascentMeters: number | undefined;
	/** Beats a minute; missing where no heart rate was recorded. */
	readonly averageHeartRate: number | undefined;
	readonly trainingLoad: number | undefined;
	readonly kilocalories: number | undefined;
	readonly device: string | undefined;
	/** The list item exactly as the service sent it, ids as strings. */
	readonly raw: Readonly<Record<string, unknown>>;
};
