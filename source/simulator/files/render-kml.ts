import {nameOf} from '../activities/names.js';
import {noFix, type Recording} from '../activities/recording/recording.js';
import {createClock} from './clock.js';
import {toDegrees} from './degrees.js';
import {escapeXml} from './escape-xml.js';
import {renderLapFolder} from './kml-laps.js';

const moment = (time: string, point: string, altitude: number) => `   <Placemark>
    <TimeSpan>
     <begin>${time}</begin>
     <end>${time}</end>
    </TimeSpan>
    <Style>
     <IconStyle>
      <color>FF00FFFF</color>
      <scale>1.0</scale>
      <Icon>
       <href>http://maps.google.com/mapfiles/kml/shapes/placemark_circle.png</href>
      </Icon>
     </IconStyle>
    </Style>
    <Point>
     <coordinates>${point}, ${altitude}</coordinates>
    </Point>
   </Placemark>
`;

/** KML 2.1 as COROS generates it: the track as one line, the laps, and a placemark for every second. */
export const renderKml = (recording: Recording): string => {
	const {plan, samples} = recording;
	const clock = createClock();
	const line: string[] = [];
	const moments: string[] = [];
	for (let index = 0; index < samples.length; index++) {
		const latitude = samples.latitude[index] ?? noFix;
		if (latitude !== noFix) {
			const point = `${toDegrees(samples.longitude[index] ?? 0)},${toDegrees(latitude)}`;
			const altitude = Math.round(samples.altitude[index] ?? 0);
			line.push(`${point},${altitude}`);
			moments.push(moment(clock(samples.time[index] ?? 0), point, altitude));
		}
	}

	return `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://earth.google.com/kml/2.1">
 <Folder>
  <name>${escapeXml(nameOf(plan))}</name>
  <Placemark>
   <name>Track</name>
   <Style>
    <LineStyle>
     <color>FF0000FF</color>
     <width>3.0</width>
    </LineStyle>
   </Style>
   <LineString>
    <extrude>false</extrude>
    <tessellate>true</tessellate>
    <altitudeMode>clampToGround</altitudeMode>
    <coordinates>${line.join(' ')}</coordinates>
   </LineString>
  </Placemark>
${renderLapFolder(recording)}  <Folder>
   <name>Track Points</name>
   <description>Toggle to enable or disable animation of the activity.</description>
   <Style>
    <ListStyle>
     <listItemType>checkHideChildren</listItemType>
    </ListStyle>
   </Style>
${moments.join('')}  </Folder>
 </Folder>
</kml>
`;
};
