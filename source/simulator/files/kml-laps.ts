import {noFix, type Recording, type Stretch} from '../activities/recording/recording.js';
import {quartersAt} from '../activities/time-zone.js';
import {createClock} from './clock.js';
import {toDegrees} from './degrees.js';
import {escapeXml} from './escape-xml.js';

const icons = 'http://maps.google.com/mapfiles/kml';

/** Longitude and latitude with a space between them, which KML does not allow and COROS writes. */
const pointAt = ({samples}: Recording, index: number) => {
	let at = index;
	while (at < samples.length - 1 && samples.latitude[at] === noFix) {
		at++;
	}

	const latitude = samples.latitude[at] ?? noFix;
	return latitude === noFix
		? ''
		: `${toDegrees(samples.longitude[at] ?? 0)} ${toDegrees(latitude)}`;
};

const placemark = (name: string, table: string, icon: string, point: string) => `   <Placemark>
    <name>${name}</name>
    <description>${escapeXml(`<table width = "320">${table}</table>`)}</description>
    <Style>
     <IconStyle>
      <scale>1.0</scale>
      <Icon>
       <href>${icons}/${icon}.png</href>
      </Icon>
      <hotSpot x="0.45" xuints="fraction" y="0.0" yuints="fraction"/>
     </IconStyle>
    </Style>
    <Point>
     <coordinates>${point}</coordinates>
    </Point>
   </Placemark>
`;

const wide = (text: string) => `<tr><td colspan="2">${text}</td></tr>`;
const pair = (name: string, value: string) => `<tr><td>${name}:</td><td>${value}</td></tr>`;

const wholeTable = ({plan, totals}: Recording) => {
	// The local time, without a word on the zone; and every sport is cycling.
	const local = totals.start + quartersAt(plan.place.zone, totals.start) * 900;
	const written = createClock()(local).replace('T', ' ').replace('Z', '');
	return (
		wide(' ') +
		wide(written) +
		wide('') +
		pair('Activity Type', 'cycling') +
		pair('Event type', 'uncategorized') +
		pair('Distance', `${Math.round(totals.meters)}Meters`) +
		`<tr><td>Time :</td><td>${totals.timer}</td></tr>` +
		'<tr><td>Calorie :</td><td></td></tr>' +
		wide('')
	);
};

const lapTable = ({totals}: Stretch) =>
	pair('Time', String(totals.timer)) +
	pair('Distance', `${Math.round(totals.meters)}Meters `) +
	pair('Elevation Gain', `${totals.ascent.toFixed(1)} Meters `);

/** The folder of lap marks in COROS's KML, with its misspelled attributes. */
export const renderLapFolder = (recording: Recording): string => {
	const {legs, samples} = recording;
	const laps = legs.flatMap((leg) => leg.laps);
	const whole = wholeTable(recording);
	const marks = laps.map((lap, index) =>
		placemark(`Lap ${index + 1}`, lapTable(lap), 'shapes/flag', pointAt(recording, lap.first)),
	);
	return `  <Folder>
   <name>Laps</name>
   <description>Laps,start and end split recorder in the activity.</description>
${placemark('Start', whole, 'paddle/grn-square', pointAt(recording, 0))}${marks.join('')}${placemark('End', whole, 'paddle/red-square', pointAt(recording, samples.length - 1))}  </Folder>
`;
};
