/** The layers that are screens, or a state of one. */
const screenLayers = [
	'sign-in',
	'code',
	'settings',
	'setting',
	'activities',
	'filter',
	'detail',
	'export',
	'check',
	'backup',
	'summary',
] as const;

/** Those that lie over any screen. */
const layersOver = [
	'sports',
	'days',
	'profiles',
	'profile-find',
	'profile-begin',
	'change',
	'sign-out',
	'quit',
	'help',
	'crash',
	'small',
] as const;

/** Every layer: who may get the keys. */
export const layers = [...screenLayers, ...layersOver] as const;

export type ScreenLayer = (typeof screenLayers)[number];

export type Layer = (typeof layers)[number];
