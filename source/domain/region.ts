/** The four places COROS keeps accounts in. An account's data lives in exactly one of them. */
export const regions = ['us', 'eu', 'cn', 'sg'] as const;

export type Region = (typeof regions)[number];

export const regionName = {
	us: 'United States / global',
	eu: 'Europe',
	cn: 'China',
	sg: 'Singapore',
} as const satisfies Record<Region, string>;

export const isRegion = (value: unknown): value is Region => regions.includes(value as Region);
