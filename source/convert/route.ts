import {KnownError} from '../domain/known-error.js';
import type {FitRecords} from '../fit/fit-activity.js';

/** Whether a row has a place on the map. */
export const hasPosition = ({latitude, longitude}: FitRecords, row: number): boolean =>
	Math.abs(latitude[row] ?? Number.NaN) <= 90 && Math.abs(longitude[row] ?? Number.NaN) <= 180;

/** Throws `no-route` where no row has a place: an empty route helps nobody. */
export const requireRoute = (records: FitRecords): void => {
	for (let row = 0; row < records.count; row += 1) {
		if (hasPosition(records, row)) return;
	}

	throw new KnownError('no-route');
};
