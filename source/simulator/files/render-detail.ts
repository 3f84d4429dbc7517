import type {ActivityPlan} from '../activities/activity-plan.js';
import {recordActivity} from '../activities/recording/record-activity.js';
import type {Pause} from '../activities/recording/recording.js';
import type {SimulatedActivity} from '../activities/simulated-activity.js';
import {traitsOf} from '../activities/sport-traits.js';
import {toLapList} from './detail-laps.js';
import {toSummary} from './detail-summary.js';
import {toTrack} from './detail-track.js';
import {toCentiseconds} from './detail-units.js';
import {toZoneList} from './detail-zones.js';

/** Notes people dictate after a session; COROS keeps them here and nowhere else. */
const notes = [
	'Felt good until the last climb.',
	'Slept badly, legs fine.',
	'New shoes, blister left 🩹',
	'Müde, aber glücklich',
	'Line one\nline two',
];

const toFeeling = (plan: ActivityPlan) => ({
	feelType: plan.seed % 3 === 0 ? 1 + (plan.seed % 5) : 0,
	sportNote: plan.seed % 7 === 0 ? notes[plan.seed % notes.length] : '',
	voiceNoteFileUuid: '',
	voiceNoteStatus: 0,
	voiceNoteWavUrl: '',
});

/** Temperatures, humidity and wind are ten times what they are. */
const toWeather = (plan: ActivityPlan) =>
	traitsOf(plan.sportType).outdoors
		? {
				bodyFeelTemp: (plan.temperature - 1) * 10,
				humidity: 420 + (plan.seed % 480),
				provider: 1,
				temperature: plan.temperature * 10,
				weatherType: plan.seed % 8,
				windDirection: plan.seed % 360,
				windDirectionType: plan.seed % 8,
				windSpeed: plan.seed % 290,
			}
		: {};

const toPause = ({stop, start}: Pause) => ({
	startTimestamp: toCentiseconds(stop),
	endTimestamp: toCentiseconds(start),
	duration: toCentiseconds(start - stop),
	type: 1,
});

const toDevice = ({watch}: ActivityPlan) => ({
	imageUrl: '',
	name: watch.name,
	type: 1,
	vendorId: watch.product === 0 ? 0 : 294,
	version: '3.0709.0',
});

/** The `data` of `/activity/detail/query`: centimetres, hundredths of seconds, 65535 for unknown. */
export const renderDetail = (
	activity: SimulatedActivity,
	userId = '0',
): Record<string, unknown> => {
	const {plan, item} = activity;
	const recording = recordActivity(activity);
	const device = toDevice(plan);
	return {
		summary: toSummary(recording, item, userId),
		lapList: toLapList(recording),
		lapGraphList: [],
		frequencyList: toTrack(recording),
		graphList: [],
		zoneList: toZoneList(recording),
		pauseList: recording.pauses.map(toPause),
		deviceList: [device],
		usedDeviceList: [device],
		weather: toWeather(plan),
		sportFeelInfo: toFeeling(plan),
		userInfo: {avatar: '', modelValidState: true, nickname: '', sex: 0, unitType: 2, userId},
		userProfile: {messageEditPermissions: true, showActivityMap: 1},
		trackClimbInfo: {avgSlope: 0, climbProArr: [], slopeLevelArr: []},
		gpsLightDuration: [],
		newMessageCount: item.hasMessage,
		level: 0,
	};
};
