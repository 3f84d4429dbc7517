import path from 'node:path';
import type {MakeFormat} from '../backup/make-missing.js';
import {converters} from '../convert/formats.js';
import {readFitFile} from '../disk/fit-files.js';
import {isKnownError} from '../domain/known-error.js';
import {decodeFit} from '../fit/decode-fit.js';

/**
 * Makes GPX, TCX or KML from the archive's own FIT file. Never the CSV: COROS's has a row for every
 * lap, ours for every sample, and one must not pass for the other.
 */
export const makeFormat: MakeFormat = async (archive, activity, format, options) => {
	const entry = archive.entry(activity.id, 'fit');
	if (entry?.kind !== 'saved' || format === 'fit' || format === 'csv') return undefined;
	const fit = decodeFit(await readFitFile(path.join(archive.folder, entry.file)));
	if (!fit.complete) return undefined;
	try {
		const pieces = converters[format](fit, {name: activity.name});
		return await archive.make(activity, format, {pieces, time: activity.startTime, ...options});
	} catch (error) {
		// An activity without a route has no GPX, at COROS and here.
		if (isKnownError(error) && error.code === 'no-route') return undefined;
		throw error;
	}
};
