import type {TimeZone} from './time-zone.js';

/** Somewhere activities start. Routes around it are invented: nobody ever ran them. */
export type Place = {
	/** The name COROS would put before the sport: `Munich Run`. */
	readonly name: string;
	readonly latitude: number;
	readonly longitude: number;
	/** Metres above the sea at the start. */
	readonly altitude: number;
	/** Metres of climbing a kilometre of road there usually has. */
	readonly climbPerKm: number;
	readonly zone: TimeZone;
	/** Degrees Celsius over the year: the mean, and how far July differs from it. */
	readonly mean: number;
	readonly swing: number;
	/** How far from the named point a start may lie, in metres. */
	readonly spread: number;
	/** The way routes set out, in degrees clockwise from north; any way where it is left out. */
	readonly heading?: number;
};

const germany: TimeZone = {quarters: 4, summer: 'europe'};

/** Where the account's owner trains, races and travels. */
export const places = {
	home: {
		name: 'Munich',
		latitude: 48.1262,
		longitude: 11.5713,
		altitude: 515,
		climbPerKm: 4,
		zone: germany,
		mean: 10,
		swing: 10,
		spread: 400,
	},
	park: {
		name: 'Munich',
		latitude: 48.1609,
		longitude: 11.6034,
		altitude: 506,
		climbPerKm: 2,
		zone: germany,
		mean: 10,
		swing: 10,
		spread: 150,
	},
	stadium: {
		name: 'Munich',
		latitude: 48.1787,
		longitude: 11.5466,
		altitude: 511,
		climbPerKm: 0,
		zone: germany,
		mean: 10,
		swing: 10,
		spread: 0,
	},
	valley: {
		name: 'Pullach',
		latitude: 48.0561,
		longitude: 11.5204,
		altitude: 583,
		climbPerKm: 16,
		zone: germany,
		mean: 10,
		swing: 10,
		spread: 300,
	},
	south: {
		name: 'Munich',
		latitude: 48.0914,
		longitude: 11.5536,
		altitude: 546,
		climbPerKm: 7,
		zone: germany,
		mean: 10,
		swing: 10,
		spread: 400,
	},
	lake: {
		name: 'Starnberg',
		latitude: 47.9121,
		longitude: 11.3068,
		altitude: 584,
		climbPerKm: 0,
		zone: germany,
		mean: 11,
		swing: 10,
		spread: 200,
		heading: 178,
	},
	foothills: {
		name: 'Bad Tölz',
		latitude: 47.7486,
		longitude: 11.5632,
		altitude: 668,
		climbPerKm: 22,
		zone: germany,
		mean: 8,
		swing: 10,
		spread: 600,
	},
	alps: {
		name: 'Garmisch-Partenkirchen',
		latitude: 47.4791,
		longitude: 11.1262,
		altitude: 742,
		climbPerKm: 48,
		zone: germany,
		mean: 6,
		swing: 9,
		spread: 1200,
	},
	snow: {
		name: 'Leutasch',
		latitude: 47.3702,
		longitude: 11.1519,
		altitude: 1128,
		climbPerKm: 11,
		zone: germany,
		mean: 4,
		swing: 9,
		spread: 500,
	},
	dolomites: {
		name: 'Val Gardena',
		latitude: 46.5602,
		longitude: 11.7104,
		altitude: 1480,
		climbPerKm: 55,
		zone: germany,
		mean: 5,
		swing: 9,
		spread: 1500,
	},
	berlin: {
		name: 'Berlin',
		latitude: 52.5098,
		longitude: 13.3402,
		altitude: 36,
		climbPerKm: 2,
		zone: germany,
		mean: 10,
		swing: 10,
		spread: 300,
	},
	vienna: {
		name: 'Vienna',
		latitude: 48.2107,
		longitude: 16.4032,
		altitude: 163,
		climbPerKm: 3,
		zone: germany,
		mean: 11,
		swing: 10,
		spread: 300,
	},
	mallorca: {
		name: 'Mallorca',
		latitude: 39.6702,
		longitude: 2.9517,
		altitude: 92,
		climbPerKm: 10,
		zone: germany,
		mean: 18,
		swing: 8,
		spread: 2500,
	},
} as const satisfies Record<string, Place>;
