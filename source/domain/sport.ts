/** Sports that share a way of being measured and shown. */
export type SportFamily =
	| 'run'
	| 'hike'
	| 'ride'
	| 'swim'
	| 'gym'
	| 'snow'
	| 'water'
	| 'fishing'
	| 'climb'
	| 'ball'
	| 'multi'
	| 'other';

export type Sport = {
	/** Stable name for flags and filters: `trail-run`. */
	readonly key: string;
	/** What people call it. */
	readonly name: string;
	readonly family: SportFamily;
	/** The name corosexport writes into `activity_type`, where it has the right one. */
	readonly corosexport?: string;
};

/**
 * COROS's sport codes, from the web app's own table as public clients recorded it in 2026. COROS
 * adds sports over time: a code that is not here keeps its number and is treated like any other.
 */
const sports: Readonly<Record<number, Sport>> = {
	100: {key: 'run', name: 'Run', family: 'run', corosexport: 'RUNNING'},
	101: {key: 'indoor-run', name: 'Indoor Run', family: 'run'},
	102: {key: 'trail-run', name: 'Trail Run', family: 'run', corosexport: 'TRAIL_RUNNING'},
	103: {key: 'track-run', name: 'Track Run', family: 'run'},
	104: {key: 'hike', name: 'Hike', family: 'hike', corosexport: 'HIKING'},
	105: {key: 'mountain-climb', name: 'Mountain Climb', family: 'hike'},
	106: {key: 'climb', name: 'Climb', family: 'climb'},
	200: {key: 'road-bike', name: 'Road Bike', family: 'ride', corosexport: 'CYCLING'},
	201: {key: 'indoor-bike', name: 'Indoor Bike', family: 'ride'},
	202: {key: 'road-e-bike', name: 'Road E-Bike', family: 'ride'},
	203: {key: 'gravel-bike', name: 'Gravel Bike', family: 'ride', corosexport: 'GRAVEL_BIKING'},
	204: {
		key: 'mountain-bike',
		name: 'Mountain Bike',
		family: 'ride',
		corosexport: 'MOUNTAIN_BIKING',
	},
	205: {key: 'mountain-e-bike', name: 'Mountain E-Bike', family: 'ride'},
	299: {key: 'helmet-bike', name: 'Helmet Bike', family: 'ride'},
	300: {key: 'pool-swim', name: 'Pool Swim', family: 'swim', corosexport: 'POOL_SWIM'},
	301: {key: 'open-water', name: 'Open Water', family: 'swim', corosexport: 'SWIMMING'},
	400: {key: 'gym-cardio', name: 'Gym Cardio', family: 'gym', corosexport: 'GYM_CARDIO'},
	401: {key: 'gps-cardio', name: 'GPS Cardio', family: 'gym'},
	402: {key: 'strength', name: 'Strength', family: 'gym', corosexport: 'STRENGTH'},
	403: {key: 'yoga-403', name: 'Yoga', family: 'gym', corosexport: 'YOGA'},
	500: {key: 'ski', name: 'Ski', family: 'snow'},
	501: {key: 'snowboard', name: 'Snowboard', family: 'snow'},
	502: {key: 'xc-ski', name: 'XC Ski', family: 'snow'},
	503: {key: 'ski-touring', name: 'Ski Touring', family: 'snow'},
	700: {key: 'row', name: 'Row', family: 'water'},
	701: {key: 'indoor-row', name: 'Indoor Row', family: 'water'},
	702: {key: 'whitewater', name: 'Whitewater', family: 'water'},
	704: {key: 'flatwater', name: 'Flatwater', family: 'water'},
	705: {key: 'windsurfing', name: 'Windsurfing', family: 'water'},
	706: {key: 'speedsurfing', name: 'Speedsurfing', family: 'water'},
	707: {key: 'boat-fishing', name: 'Boat Fishing', family: 'fishing'},
	708: {key: 'shore-fishing', name: 'Shore Fishing', family: 'fishing'},
	709: {key: 'pond-fishing', name: 'Pond Fishing', family: 'fishing'},
	710: {key: 'kayak-fishing', name: 'Kayak Fishing', family: 'fishing'},
	711: {key: 'inshore-fishing', name: 'Inshore Fishing', family: 'fishing'},
	712: {key: 'offshore-fishing', name: 'Offshore Fishing', family: 'fishing'},
	713: {key: 'boat-fly-fishing', name: 'Boat Fly Fishing', family: 'fishing'},
	714: {key: 'shore-fly-fishing', name: 'Shore Fly Fishing', family: 'fishing'},
	715: {key: 'surf-fishing', name: 'Surf Fishing', family: 'fishing'},
	800: {key: 'indoor-climb', name: 'Indoor Climb', family: 'climb'},
	801: {key: 'bouldering', name: 'Bouldering', family: 'climb'},
	802: {key: 'outdoor-climb', name: 'Outdoor Climb', family: 'climb'},
	900: {key: 'walk', name: 'Walk', family: 'hike'},
	901: {key: 'jump-rope', name: 'Jump Rope', family: 'gym'},
	902: {key: 'climb-stairs', name: 'Climb Stairs', family: 'gym'},
	903: {key: 'elliptical', name: 'Elliptical', family: 'gym'},
	904: {key: 'yoga', name: 'Yoga', family: 'gym', corosexport: 'YOGA'},
	905: {key: 'pilates', name: 'Pilates', family: 'gym'},
	906: {key: 'boxing', name: 'Boxing', family: 'gym'},
	1000: {key: 'badminton', name: 'Badminton', family: 'ball'},
	1001: {key: 'table-tennis', name: 'Table Tennis', family: 'ball'},
	1002: {key: 'basketball', name: 'Basketball', family: 'ball'},
	1003: {key: 'soccer', name: 'Soccer', family: 'ball'},
	1004: {key: 'pickleball', name: 'Pickleball', family: 'ball'},
	1005: {key: 'tennis', name: 'Tennis', family: 'ball'},
	1006: {key: 'padel', name: 'Padel', family: 'ball'},
	1100: {key: 'frisbee', name: 'Frisbee', family: 'ball'},
	1101: {key: 'skateboard', name: 'Skateboard', family: 'ball'},
	1200: {key: 'hybrid-fitness', name: 'Hybrid Fitness', family: 'gym'},
	9807: {key: 'bike-commute', name: 'Bike Commute', family: 'ride'},
	10000: {key: 'triathlon', name: 'Triathlon', family: 'multi', corosexport: 'TRIATHLON'},
	10001: {key: 'multisport', name: 'Multisport', family: 'multi'},
	10002: {key: 'ski-touring-old', name: 'Ski Touring', family: 'snow'},
	10003: {key: 'multi-pitch', name: 'Multi-Pitch', family: 'climb'},
	98: {key: 'custom', name: 'Custom Sport', family: 'other'},
};

/** Every sport in the table, by code. */
export const knownSports: ReadonlyArray<readonly [code: number, sport: Sport]> = Object.entries(
	sports,
).map(([code, sport]) => [Number(code), sport]);

/** The sport of a code; an unknown one is `Sport 1234`. */
export const toSport = (sportType: number): Sport =>
	sports[sportType] ?? {key: `sport-${sportType}`, name: `Sport ${sportType}`, family: 'other'};

/** `activity_type` as corosexport's metadata has it: `TRAIL_RUNNING`, `INDOOR_RUN`, `OTHER`. */
export const toActivityType = (sportType: number): string => {
	const sport = sports[sportType];
	return sport ? (sport.corosexport ?? sport.key.toUpperCase().replaceAll('-', '_')) : 'OTHER';
};
