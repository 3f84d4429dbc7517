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

/** Those that have more keys than they can say, and leave `?` to the help. */
export const helpedLayers = [
	'code',
	'settings',
	'activities',
	'sports',
	'days',
	'profiles',
	'detail',
	'export',
	'check',
	'backup',
	'summary',
] as const satisfies readonly Layer[];

export type HelpedLayer = (typeof helpedLayers)[number];

export const isHelped = (layer: Layer): layer is HelpedLayer =>
	(helpedLayers as readonly Layer[]).includes(layer);

export type ScreenLayer = (typeof screenLayers)[number];

export type Layer = (typeof layers)[number];
