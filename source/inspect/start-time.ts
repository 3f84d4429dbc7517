import {parseMoment} from './moment.js';

export type XmlFormat = 'gpx' | 'tcx' | 'kml';

/** Longer text is no time, and is not kept. */
const longestTime = 64;

const lapStart = /\bStartTime\s*=\s*["']([^"']*)["']/;

/** Whether the text of this element, inside that one, can be the activity's start. */
const tellsTime = {
	gpx: (name: string, parent: string) => name === 'time' && parent === 'trkpt',
	tcx: (name: string, parent: string) => name === 'Id' && parent === 'Activity',
	kml: (name: string) => name === 'begin' || name === 'when',
} as const satisfies Record<XmlFormat, (name: string, parent: string) => boolean>;

/**
 * Listens for when an activity began: the first of GPX `trkpt/time`, of TCX `Activity/Id` or
 * `Lap@StartTime`, of KML `begin` or `when`. Names come without prefix.
 */
export const createStartTime = (format: XmlFormat) => {
	let found: number | undefined;
	/** The text so far of an element that may tell. */
	let text: string | undefined;

	return {
		/** Unix seconds. */
		value: (): number | undefined => found,

		open(name: string, parent: string, attributes: string): void {
			if (found !== undefined) return;
			text = tellsTime[format](name, parent) ? '' : undefined;
			if (format === 'tcx' && name === 'Lap') {
				found = parseMoment(lapStart.exec(attributes)?.[1] ?? '');
			}
		},

		text(input: string, from: number, to: number): void {
			if (text !== undefined) text += input.slice(from, Math.min(to, from + longestTime + 1));
			if (text !== undefined && text.length > longestTime) text = undefined;
		},

		close(): void {
			if (text !== undefined) found = parseMoment(text);
			text = undefined;
		},
	};
};
