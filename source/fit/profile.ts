/** Global message numbers of the FIT profile, those that are read here. */
export const fitMessage = {
	fileId: 0,
	session: 18,
	lap: 19,
	record: 20,
	event: 21,
	activity: 34,
} as const;

/** The field that carries a message's time, whatever the message. */
export const timestampField = 253;

/** `session.start_time` and `lap.start_time`. */
export const startTimeField = 2;
