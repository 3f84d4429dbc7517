import type {Clock, List} from '../model.js';

const steps: ReadonlyArray<readonly [minutes: number, text: string]> = [
	[2, '2 min'],
	[5, '5 min'],
	[10, '10 min'],
	[20, '20 min'],
	[40, '40 min'],
];

const toText = (minutes: number): string => {
	if (minutes >= 2 * 24 * 60) {
		return `${Math.floor(minutes / (24 * 60))} days`;
	}

	return minutes >= 60
		? `${Math.floor(minutes / 60)} h`
		: (steps.findLast(([least]) => minutes >= least)?.[1] ?? '');
};

/** How old the list is, roughly, so that it seldom changes: `list of 5 min ago`; new is nothing. */
export const listAge = (
	{readAt}: Pick<List, 'readAt'>,
	clock: Pick<Clock, 'at'> | undefined,
): string => {
	const text = clock && readAt !== undefined ? toText((clock.at - readAt) / 60_000) : '';
	return text === '' ? '' : `list of ${text} ago`;
};
