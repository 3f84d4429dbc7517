import type {FitActivity, FitSummary} from '../../source/fit/fit-activity.js';

const noSummary: FitSummary = {
	startTime: undefined,
	endTime: undefined,
	elapsedSeconds: undefined,
	timerSeconds: undefined,
	distanceMeters: undefined,
	ascentMeters: undefined,
	descentMeters: undefined,
	kilocalories: undefined,
	sport: undefined,
	subSport: undefined,
	averageSpeed: undefined,
	maximumSpeed: undefined,
	averageHeartRate: undefined,
	maximumHeartRate: undefined,
	averageCadence: undefined,
	maximumCadence: undefined,
	averagePower: undefined,
	maximumPower: undefined,
};

const column = (count: number, toValue: (index: number) => number) =>
	Float64Array.from({length: count}, (_, index) => toValue(index));

const nothing = () => Number.NaN;

/** An hour around a square, up and down a hill, the heart the faster the longer; in two laps. */
export const makeFit = ({
	count = 3600,
	isIndoor = false,
	hasHeart = true,
}: {
	readonly count?: number;
	readonly isIndoor?: boolean;
	readonly hasHeart?: boolean;
} = {}): FitActivity => {
	const side = (index: number) => Math.floor((index / count) * 4);
	const along = (index: number) => ((index / count) * 4) % 1;
	const latitude = (index: number) =>
		47 + [along(index), 1, 1 - along(index), 0][side(index)]! / 99;
	const longitude = (index: number) =>
		11 + [0, along(index), 1, 1 - along(index)][side(index)]! / 67.5;
	return {
		complete: true,
		records: {
			count,
			time: column(count, (index) => 1_795_000_000 + index),
			latitude: column(count, isIndoor ? nothing : latitude),
			longitude: column(count, isIndoor ? nothing : longitude),
			altitude: column(
				count,
				isIndoor ? nothing : (index) => 600 + 100 * Math.sin((index / count) * Math.PI),
			),
			distance: column(count, (index) => index * 3),
			speed: column(count, () => 3),
			heartRate: column(
				count,
				hasHeart ? (index) => 100 + Math.floor((index / count) * 60) : nothing,
			),
			cadence: column(count, nothing),
			power: column(count, nothing),
			temperature: column(count, nothing),
		},
		laps: [1, 2].map((lap) => ({
			...noSummary,
			timerSeconds: 1800,
			distanceMeters: 5000 * lap,
			ascentMeters: 10 * lap,
			averageHeartRate: 120 + lap,
		})),
		sessions: [{...noSummary, descentMeters: 101, maximumHeartRate: 159}],
		pauses: [],
		device: {manufacturer: 294, product: undefined, productName: undefined},
		utcOffsetSeconds: 3600,
		createdAt: undefined,
	};
};
