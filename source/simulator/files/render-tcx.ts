import type {ActivityPlan} from '../activities/activity-plan.js';
import {noFix, type Recording, type Stretch} from '../activities/recording/recording.js';
import {type Motion, traitsOf} from '../activities/sport-traits.js';
import {createClock} from './clock.js';
import {toDegrees} from './degrees.js';

const opening = `<?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase xsi:schemaLocation="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2 http://www.garmin.com/xmlschemas/TrainingCenterDatabasev2.xsd" xmlns:ns5="http://www.garmin.com/xmlschemas/ActivityGoals/v1" xmlns:ns3="http://www.garmin.com/xmlschemas/ActivityExtension/v2" xmlns:ns2="http://www.garmin.com/xmlschemas/UserProfile/v2" xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:ns4="http://www.garmin.com/xmlschemas/ProfileExtension/v1">
 <Activities>
`;

const closing = `   <Creator>
    <Name>Coros Wearables</Name>
   </Creator>
  </Activity>
 </Activities>
</TrainingCenterDatabase>
`;

/** TCX knows three sports. */
const sports: Readonly<Record<Motion, string>> = {
	run: 'Running',
	walk: 'Other',
	ride: 'Biking',
	swim: 'Other',
	row: 'Other',
	ski: 'Other',
	still: 'Other',
};

const sportOf = ({sportType, legs}: ActivityPlan) =>
	legs.length > 0 ? 'Other' : sports[traitsOf(sportType).motion];

/** The laps of all legs, or the whole where the watch made none. */
const lapsOf = ({legs}: Recording): readonly Stretch[] =>
	legs.flatMap((leg) => (leg.laps.length > 0 ? leg.laps : [leg]));

const heartRate = (name: string, beats: number) =>
	beats > 0 ? `    <${name}>\n     <Value>${beats}</Value>\n    </${name}>\n` : '';

const createPointWriter = ({plan, samples}: Recording, clock: (unixSeconds: number) => string) => {
	const {cadence, outdoors} = traitsOf(plan.sportType);
	return (index: number) => {
		const latitude = samples.latitude[index] ?? noFix;
		const beats = samples.heartRate[index] ?? 0;
		const position =
			latitude === noFix
				? ''
				: `      <Position>
       <LatitudeDegrees>${toDegrees(latitude)}</LatitudeDegrees>
       <LongitudeDegrees>${toDegrees(samples.longitude[index] ?? 0)}</LongitudeDegrees>
      </Position>
`;
		const altitude = outdoors
			? `      <AltitudeMeters>${Math.round(samples.altitude[index] ?? 0)}</AltitudeMeters>\n`
			: '';
		const heart =
			beats > 0
				? `      <HeartRateBpm>\n       <Value>${beats}</Value>\n      </HeartRateBpm>\n`
				: '';
		const turning = cadence > 0 ? `      <Cadence>${samples.cadence[index]}</Cadence>\n` : '';
		// Kilometres an hour, and in TCX's own namespace: both are COROS's doing.
		const speed = ((samples.speed[index] ?? 0) * 3.6).toFixed(2);
		return `     <Trackpoint>
      <Time>${clock(samples.time[index] ?? 0)}</Time>
${position}${altitude}      <DistanceMeters>${Math.round(samples.meters[index] ?? 0)}</DistanceMeters>
${heart}${turning}      <Extensions>
       <Speed>${speed}</Speed>
      </Extensions>
     </Trackpoint>
`;
	};
};

/**
 * TCX as COROS generates it: the point at which a lap ends opens the next one again, intensity
 * before heart rates, no calories.
 */
export const renderTcx = (recording: Recording): string => {
	const {plan} = recording;
	const clock = createClock();
	const toPoint = createPointWriter(recording, clock);
	const lines = [
		opening,
		`  <Activity Sport="${sportOf(plan)}">\n   <Id>${clock(plan.startTime)}</Id>\n`,
	];
	for (const {first, last, totals} of lapsOf(recording)) {
		lines.push(`   <Lap StartTime="${clock(totals.start)}">
    <TotalTimeSeconds>${totals.timer}</TotalTimeSeconds>
    <DistanceMeters>${Math.round(totals.meters)}</DistanceMeters>
    <Intensity>Active</Intensity>
    <TriggerMethod>Manual</TriggerMethod>
${heartRate('MaximumHeartRateBpm', totals.maximumHeartRate)}${heartRate('AverageHeartRateBpm', totals.averageHeartRate)}    <Track>
`);
		for (let index = first; index <= last; index++) {
			lines.push(toPoint(index));
		}

		lines.push('    </Track>\n   </Lap>\n');
	}

	lines.push(closing);
	return lines.join('');
};
