/** Spans of days people ask for, each ending today or before. */
export const dayPresets = ['7-days', '30-days', 'this-month', 'this-year', 'last-year'] as const;

export type DayPreset = (typeof dayPresets)[number];

export const isDayPreset = (value: unknown): value is DayPreset =>
	dayPresets.includes(value as DayPreset);

export const presetName = {
	'7-days': '7 days',
	'30-days': '30 days',
	'this-month': 'this month',
	'this-year': 'this year',
	'last-year': 'last year',
} as const satisfies Record<DayPreset, string>;

// What was recorded further east may be of tomorrow already.
const open = '9999-12-31';

const daysBefore = (day: string, count: number): string =>
	new Date(Date.parse(`${day}T00:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10);

/** The first and the last day of a span, `YYYY-MM-DD`, as seen from a day. */
export const presetDays = (
	preset: DayPreset,
	today: string,
): {readonly from: string; readonly to: string} => {
	const year = today.slice(0, 4);
	switch (preset) {
		case '7-days':
			return {from: daysBefore(today, 6), to: open};
		case '30-days':
			return {from: daysBefore(today, 29), to: open};
		case 'this-month':
			return {from: `${today.slice(0, 7)}-01`, to: open};
		case 'this-year':
			return {from: `${year}-01-01`, to: open};
		case 'last-year':
			return {from: `${Number(year) - 1}-01-01`, to: `${Number(year) - 1}-12-31`};
	}
};
