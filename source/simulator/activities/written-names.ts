type Texts = readonly [string, ...string[]];

/** What people call a session when they take the trouble, by the words that suit it. */
export const writtenNames = {
	easy: [
		'Lunch loop',
		'Easy with Mia',
		'Recovery jog',
		'Legs like wood',
		'Rain again',
		'Shake-out',
		'Slow & happy',
		'Heavy legs / happy head',
		'Headwind both ways',
		'Run commute',
	],
	hard: [
		'Intervals, last two too fast',
		'Progression, nailed it',
		'Club run',
		'6 x 800 m',
		'Tempo',
	],
	long: ['Long & slow', 'Sunday long run', 'Long one, tired at the end', 'Sunrise 🌅', '3 bridges'],
	trail: ['Mud', 'Roots and stones', 'Isar trails', 'Trail & views', 'Vertical day'],
	hike: ['Hut to hut', 'Gipfel im Nebel', 'Round the lake & back', 'Kaiserschmarrn tour'],
	walk: ['With the kids', 'Walk the dog 🐕', 'Phone call walk', 'Errands'],
	ride: ['Spin', 'Zone 2, honest', 'Chain gang', 'Home before the storm ⛈', 'Evening legs'],
	longRide: [
		'Coffee ride ☕',
		'Hills and cake',
		'Group ride, hung on',
		'Lakes loop',
		'Headwind home',
	],
	gravel: ['Gravel & mud', 'Forest roads', 'Detours', 'Gravel with Ben'],
	indoor: ['Pain cave', '4 x 8', 'Watching the Tour', 'Too icy outside'],
	pool: ['CSS set', 'Technique, drills', 'Lanes were full', 'Pull buoy', '10 x 100'],
	water: ['Buoy to buoy', 'Lake, 21 °C', 'First swim outdoors', 'Waves'],
	row: ['Steady state', 'Fog on the water', '4 x 10 min'],
	crossCountry: ['Skating', 'Classic, klister day', 'Loipe & sun'],
	tour: ['Powder!', 'Tour before the thaw', 'Skins on, skins off', 'Whiteout'],
	gym: ['Core & hips', 'Legs', 'Push / pull', 'Physio exercises', 'Kettlebells'],
	yoga: ['Mobility', 'Stretching', 'Yin'],
	climb: ['Bouldering with Jo', 'Lead night', 'Project sent!'],
} as const satisfies Record<string, Texts>;

export type Words = keyof typeof writtenNames;
