import {expect, test} from 'vitest';
import {finish} from '../../../source/domain/steps.js';
import {describeStart, toNumbers} from '../../../source/ui/detail/numbers.js';
import {toRecording} from '../../../source/ui/detail/to-recording.js';
import {makeActivity, makeBareActivity} from '../activities.js';
import {makeFit} from '../fit-activities.js';

test.each([
	[60, 'Run | Wed 2026-11-18 12:06 UTC+1'],
	[330, 'Run | Wed 2026-11-18 16:36 UTC+5:30'],
	[-210, 'Run | Wed 2026-11-18 07:36 UTC-3:30'],
	[0, 'Run | Wed 2026-11-18 11:06 UTC+0'],
])('says the start by the clocks of its own place, %i minutes east', (utcOffsetMinutes, text) => {
	expect(describeStart(makeActivity({utcOffsetMinutes}), '|')).toBe(text);
});

test('says the day alone where the time is not known', () => {
	expect(describeStart(makeActivity({startTime: undefined}), '|')).toBe('Run | Wed 2026-11-18');
});

const labels = (...given: Parameters<typeof toNumbers>) =>
	toNumbers(...given)
		.map(({label, text}) => `${label} ${text}`)
		.join(', ');

test('names what is known of an activity and of its recording', () => {
	const activity = makeActivity({sportType: 200, distanceMeters: 40_000});
	expect(labels(activity, finish(toRecording(makeFit())), 'metric')).toBe(
		'Distance 40.00 km, Time 1:00:00, Speed 40.0 km/h, Load 100, Ascent 120 m, Descent 101 m, ' +
			'HR avg 140, HR max 159, Energy 700 kcal, Watch PACE 3',
	);
	expect(labels(activity, undefined, 'imperial')).toBe(
		'Distance 24.85 mi, Time 1:00:00, Speed 24.9 mph, Load 100, Ascent 394 ft, HR avg 140, ' +
			'Energy 700 kcal, Watch PACE 3',
	);
});

test('leaves out what is missing', () => {
	const bare = makeBareActivity();
	expect(labels(bare, undefined, 'metric')).toBe('');
});
