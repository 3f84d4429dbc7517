import {nameOf} from '../activities/names.js';
import {noFix, type Recording} from '../activities/recording/recording.js';
import {type Motion, traitsOf} from '../activities/sport-traits.js';
import {createClock} from './clock.js';
import {toDegrees} from './degrees.js';
import {escapeXml} from './escape-xml.js';

const opening = `<?xml version="1.0" encoding="UTF-8"?>
<gpx xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:gpxdata="http://www.cluetrust.com/XML/GPXDATA/1/0" xmlns="http://www.topografix.com/GPX/1/1" xsi:schemaLocation="http://www.topografix.com/GPX/1/1 http://www.topografix.com/GPX/1/1/gpx.xsd http://www.cluetrust.com/XML/GPXDATA/1/0 http://www.cluetrust.com/Schemas/gpxdata10.xsd" creator="COROS Wearables" version="1.1">
`;

const types: Readonly<Record<Motion, string>> = {
	run: 'Running',
	walk: 'Walking',
	ride: 'Cycling',
	swim: 'Swimming',
	row: 'Other',
	ski: 'Other',
	still: 'Other',
};

/**
 * GPX in COROS's form of 2025 and 2026: one segment without a break at pauses, the records that have
 * a position, `gpxdata` extensions, an empty heart rate where none is known.
 */
export const renderGpx = ({plan, samples}: Recording): string => {
	const clock = createClock();
	const {motion, cadence} = traitsOf(plan.sportType);
	const lines = [
		opening,
		` <metadata>\n  <time>${clock(plan.startTime)}</time>\n </metadata>\n`,
		` <trk>\n  <name>${escapeXml(nameOf(plan))}</name>\n  <type>${types[motion]}</type>\n  <trkseg>\n`,
	];
	for (let index = 0; index < samples.length; index++) {
		const latitude = samples.latitude[index] ?? noFix;
		if (latitude !== noFix) {
			const beats = samples.heartRate[index] ?? 0;
			const turning =
				cadence > 0 ? `     <gpxdata:cadence>${samples.cadence[index]}</gpxdata:cadence>\n` : '';
			const power =
				plan.watts > 0 ? `     <gpxdata:power>${samples.watts[index]}</gpxdata:power>\n` : '';
			lines.push(
				`   <trkpt lat="${toDegrees(latitude)}" lon="${toDegrees(samples.longitude[index] ?? 0)}">
    <ele>${Math.round(samples.altitude[index] ?? 0)}</ele>
    <time>${clock(samples.time[index] ?? 0)}</time>
    <extensions>
     <gpxdata:hr>${beats > 0 ? beats : ''}</gpxdata:hr>
     <gpxdata:distance>${Math.round(samples.meters[index] ?? 0)}.00</gpxdata:distance>
${turning}     <gpxdata:speed>${(samples.speed[index] ?? 0).toFixed(3)}</gpxdata:speed>
${power}    </extensions>
   </trkpt>
`,
			);
		}
	}

	lines.push('  </trkseg>\n </trk>\n</gpx>\n');
	return lines.join('');
};
