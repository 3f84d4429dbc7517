/** FIT counts seconds from 1989-12-31T00:00:00Z. */
const fitEpoch = 631_065_600;

/** Below this a FIT time counts from when the device was switched on, and names no moment. */
const firstAbsoluteTime = 0x1000_0000;

/** A FIT time in Unix seconds, or `undefined` where it is missing or names no moment. */
export const toUnixSeconds = (fitTime: number | undefined): number | undefined =>
	fitTime === undefined || fitTime < firstAbsoluteTime ? undefined : fitTime + fitEpoch;
