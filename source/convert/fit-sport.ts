/** The sports of the public FIT profile by number, as it names them. */
const names: Readonly<Record<number, string>> = {
	0: 'generic',
	1: 'running',
	2: 'cycling',
	3: 'transition',
	4: 'fitness_equipment',
	5: 'swimming',
	6: 'basketball',
	7: 'soccer',
	8: 'tennis',
	9: 'american_football',
	10: 'training',
	11: 'walking',
	12: 'cross_country_skiing',
	13: 'alpine_skiing',
	14: 'snowboarding',
	15: 'rowing',
	16: 'mountaineering',
	17: 'hiking',
	18: 'multisport',
	19: 'paddling',
	21: 'e_biking',
	23: 'boating',
	26: 'golf',
	29: 'fishing',
	30: 'inline_skating',
	31: 'rock_climbing',
	32: 'sailing',
	33: 'ice_skating',
	35: 'snowshoeing',
	37: 'stand_up_paddleboarding',
	38: 'surfing',
	41: 'kayaking',
	42: 'rafting',
	43: 'windsurfing',
	44: 'kitesurfing',
	48: 'floor_climbing',
	53: 'diving',
	62: 'hiit',
	64: 'racket',
};

const running = 1;
const cycling = 2;
const walking = 11;
const hiking = 17;
const electricCycling = 21;

/** `running`; undefined where the number is missing or says nothing. */
export const fitSportName = (sport: number | undefined): string | undefined =>
	sport === undefined || sport === 0 ? undefined : names[sport];

/** TCX knows three sports. */
export const tcxSport = (sport: number | undefined): 'Running' | 'Biking' | 'Other' => {
	if (sport === running) return 'Running';
	return sport === cycling || sport === electricCycling ? 'Biking' : 'Other';
};

/** Whether cadence counts steps: TCX has an element of its own for them. */
export const isOnFoot = (sport: number | undefined): boolean =>
	sport === running || sport === walking || sport === hiking;
