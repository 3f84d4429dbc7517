import type {ExportFormat} from '../../../source/domain/export-format.js';
import {recordActivity} from '../../../source/simulator/activities/recording/record-activity.js';
import {noFix} from '../../../source/simulator/activities/recording/recording.js';
import type {SimulatedActivity} from '../../../source/simulator/activities/simulated-activity.js';
import {renderFile} from '../../../source/simulator/files/render-file.js';
import {byHand, imported, variants} from '../activities/variants.js';

const decoder = new TextDecoder('utf8', {fatal: true});

/** A text file of an activity, which must be valid UTF-8. */
export const renderText = (activity: SimulatedActivity, format: ExportFormat): string =>
	decoder.decode(renderFile(activity, format));

export const count = (text: string, what: RegExp): number => (text.match(what) ?? []).length;

/** How many samples of an activity have a position. */
export const countLocated = (activity: SimulatedActivity): number =>
	recordActivity(activity).samples.latitude.filter((value) => value !== noFix).length;

/** Longer ones only have more of the same points. */
const longest = 2 * 3600;

/** The variants that COROS has in a format, by name, but for the longest. */
export const variantsIn = (format: ExportFormat): Array<[string, SimulatedActivity]> =>
	Object.entries({...variants, 'imported ride': imported, 'entry by hand': byHand}).filter(
		([, {formats, plan}]) => formats.includes(format) && plan.workoutSeconds < longest,
	);
