import {expect, test} from 'vitest';
import {formatPace} from '../../../source/ui/table/pace.js';
import {makeActivity} from '../activities.js';

test.each([
	[100, 10_000, 3000, '5:00 /km'],
	[104, 4000, 3600, '15:00 /km'],
	[200, 30_000, 3600, '30.0 km/h'],
	[300, 2000, 2400, '2:00 /100m'],
	[402, 1000, 600, ''],
	[900, 100, 3600, ''],
	[100, undefined, 600, ''],
	[100, 1000, undefined, ''],
])('sport %i over %s m in %s s is %j', (sportType, distanceMeters, workoutSeconds, pace) => {
	expect(formatPace(makeActivity({sportType, distanceMeters, workoutSeconds}))).toBe(pace);
});
