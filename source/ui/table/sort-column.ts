/** Columns rows can be ordered by. */
export type SortColumn =
	| 'date'
	| 'start'
	| 'name'
	| 'sport'
	| 'distance'
	| 'time'
	| 'pace'
	| 'ascent'
	| 'heart rate'
	| 'load'
	| 'energy'
	| 'device';
