/** FIT counts seconds from 1989-12-31 UTC. */
const epoch = 631_065_600;

/** Unix seconds as FIT counts them. */
export const toFitTime = (unixSeconds: number): number => unixSeconds - epoch;
