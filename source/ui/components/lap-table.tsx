import {Text} from 'ink';
import type {Units} from '../../domain/settings.js';
import {fitCells} from '../../text/cells.js';
import {formatCount, formatDistance, formatDuration} from '../../text/measures.js';
import {formatHeight, unitNames} from '../../text/units.js';
import type {Lap} from '../detail/recording.js';
import {formatPace} from '../table/pace.js';
import {useTheme} from '../use-theme.js';

const widths = [4, 9, 9, 12, 8, 5] as const;

const toLine = (cells: readonly string[]): string =>
	cells.map((cell, index) => fitCells(cell, widths[index] ?? 8, 'right')).join('');

const optional = (value: number | undefined, format: (value: number) => string): string =>
	value === undefined ? '' : format(value);

const toCells = (lap: Lap, number: number, sportType: number, units: Units): readonly string[] => [
	String(number),
	optional(lap.meters, (meters) => formatDistance(meters, units)),
	optional(lap.seconds, formatDuration),
	formatPace({distanceMeters: lap.meters, workoutSeconds: lap.seconds, sportType}, units),
	optional(lap.ascentMeters, (meters) => formatHeight(meters, units)),
	optional(lap.averageHeartRate, formatCount),
];

/** The laps in sight. */
export const LapTable = ({
	laps,
	top,
	rows,
	sportType,
	units,
}: {
	readonly laps: readonly Lap[];
	readonly top: number;
	readonly rows: number;
	readonly sportType: number;
	readonly units: Units;
}) => {
	const theme = useTheme();
	const height = Math.max(1, rows - 1);
	const first = Math.max(0, Math.min(top, laps.length - height));
	const {distance} = unitNames[units];
	const head = toLine(['LAP', distance.toUpperCase(), 'TIME', 'PACE', 'CLIMB', 'HR']);
	const last = Math.min(laps.length, first + height);
	const part = last - first < laps.length ? `   ${first + 1} to ${last} of ${laps.length}` : '';
	return (
		<>
			<Text wrap="truncate">
				<Text {...theme.heading}>{head}</Text>
				<Text {...theme.faint}>{part}</Text>
			</Text>
			{laps.slice(first, last).map((lap, index) => {
				const number = first + index + 1;
				return (
					<Text key={number} wrap="truncate">
						{toLine(toCells(lap, number, sportType, units))}
					</Text>
				);
			})}
		</>
	);
};
