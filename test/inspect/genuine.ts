/** Files as COROS makes them, shortened: see activity-files.md section 3. */

/** GPX of 2021-22: no version, the namespace of 1.0 with the metadata of 1.1, empty heart rates. */
export const oldGpx = `<?xml version="1.0" encoding="UTF-8"?>
<gpx xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:gpxdata="http://www.cluetrust.com/XML/GPXDATA/1/0" xmlns="http://www.topografix.com/GPX/1/0" xsi:schemaLocation="http://www.topografix.com/GPX/1/0 http://www.topografix.com/GPX/1/0/gpx.xsd" creator="Coros Wearables">
<metadata><time>2022-11-12T14:00:00Z</time></metadata>
<trk><name>Dorset Walk</name><type>Other</type><trkseg>
<trkpt lat="50.6109950" lon="-2.1299116"><ele>2</ele><time>2022-11-12T12:33:53Z</time><extensions><heartrate></heartrate><distance>8</distance><cadence>53</cadence></extensions></trkpt>
<trkpt lat="50.6109960" lon="-2.1299126"><time>2022-11-12T12:33:54Z</time><extensions><heartrate>-nan</heartrate><sat></sat><hdop>1.2</hdop></extensions></trkpt>
</trkseg></trk></gpx>
`;

/** GPX of 2025-26: version 1.1, values with the prefix gpxdata. */
export const newGpx = `<?xml version="1.0" encoding="UTF-8"?>
<gpx xmlns:gpxdata="http://www.cluetrust.com/XML/GPXDATA/1/0" xmlns="http://www.topografix.com/GPX/1/1" creator="COROS Wearables" version="1.1">
 <trk>
  <name>晨跑 Morning Run</name>
  <trkseg>
   <trkpt lon="11.3500000" lat="48.1700000">
    <ele>510</ele>
    <time>2026-09-04T10:47:33Z</time>
    <extensions>
     <gpxdata:hr>93</gpxdata:hr>
     <gpxdata:distance>1500.00</gpxdata:distance>
    </extensions>
   </trkpt>
  </trkseg>
 </trk>
</gpx>`;

export const tcx = `<?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase xsi:schemaLocation="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2" xmlns:ns5="http://www.garmin.com/xmlschemas/ActivityGoals/v1" xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<Activities><Activity Sport="Running"><Id>2023-11-17T21:37:07Z</Id>
<Lap StartTime="2023-11-17T21:37:08Z"><TotalTimeSeconds>300</TotalTimeSeconds><Intensity>Active</Intensity><TriggerMethod>Manual</TriggerMethod><MaximumHeartRateBpm><Value>161</Value></MaximumHeartRateBpm>
<Track><Trackpoint><Time>2023-11-17T21:37:09Z</Time><Extensions><Speed>11.52</Speed></Extensions></Trackpoint></Track></Lap>
<Creator><Name>Coros Wearables</Name></Creator></Activity></Activities></TrainingCenterDatabase>`;

/** KML with COROS's defects: a space for a comma in coordinates, attributes that do not exist. */
export const kml = `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://earth.google.com/kml/2.1"><Folder><name>Puchheim Run</name>
<Placemark><name>Track</name><Style><IconStyle><hotSpot x="0.5" y="0.5" xuints="fraction" yuints="fraction"/></IconStyle></Style><LineString><extrude>false</extrude><coordinates>11.3512345,48.1712345,510 11.3512346,48.1712346, 511</coordinates></LineString></Placemark>
<Folder><name>Laps</name><Placemark><description>&lt;table&gt;&lt;tr&gt;&lt;td&gt;2022-05-01 09:00&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</description><Point><coordinates>11.35 48.17</coordinates></Point></Placemark></Folder>
<Folder><name>Track Points</name><Placemark><TimeSpan><begin>2022-05-01T07:00:00Z</begin><end>2022-05-01T07:00:01Z</end></TimeSpan></Placemark></Folder>
</Folder></kml>`;

export const csv = `"Split","Time","Moving Time","GetDistance","Elevation Gain","Elev Loss","Avg Pace","Avg Moving Pace"
"1","00:06:15    ","00:06:15    ","1.00","12","--","00:06:15    ",""
"Summary","00:06:15    ","00:06:15    ","1.00","12","--","00:06:15    ",""
`;

const unix = (time: string): number => Date.parse(time) / 1000;

/** Each genuine text file with its format and the start that it tells. */
export const genuineFiles = [
	{title: 'GPX of 2022', format: 'gpx', text: oldGpx, startTime: unix('2022-11-12T12:33:53Z')},
	{title: 'GPX of 2026', format: 'gpx', text: newGpx, startTime: unix('2026-09-04T10:47:33Z')},
	{title: 'TCX', format: 'tcx', text: tcx, startTime: unix('2023-11-17T21:37:07Z')},
	{title: 'KML', format: 'kml', text: kml, startTime: unix('2022-05-01T07:00:00Z')},
	{title: 'CSV', format: 'csv', text: csv, startTime: undefined},
] as const;
