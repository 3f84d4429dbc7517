import {Box} from 'ink';
import type {Recording} from '../detail/recording.js';
import type {Model} from '../model.js';
import {LapTable} from './lap-table.js';
import {Lines} from './lines.js';
import {ChartsView, RouteView} from './recording-view.js';

/** With fewer lines there is no room for laps below the drawings. */
const roomForLaps = 13;

const leastDrawn = 8;
const mostDrawn = 32;
const mostInChart = 10;

/** How many of the lines are for the drawings; the laps below have the rest. */
const drawnRows = ({route, laps, overTime}: Recording, rows: number): number => {
	if (rows < roomForLaps || laps.length === 0) {
		return rows;
	}

	const charts = Number(overTime.heartRate !== undefined) + Number(overTime.altitude !== undefined);
	const most = route ? mostDrawn : Math.max(1, charts * mostInChart);
	const wanted = rows - Math.min(laps.length + 2, Math.floor(rows / 2));
	return Math.min(most, Math.max(leastDrawn, wanted));
};

const Drawings = ({
	model,
	recording,
	columns,
	rows,
}: {
	readonly model: Model;
	readonly recording: Recording;
	readonly columns: number;
	readonly rows: number;
}) => {
	const left = Math.min(Math.floor(columns * 0.45), rows * 5);
	const look = {recording, units: model.settings.units, axis: model.table.axis};
	return recording.route ? (
		<>
			<Box width={left} marginRight={2} flexShrink={0} flexDirection="column">
				<RouteView {...look} columns={left} rows={rows} />
			</Box>
			<ChartsView {...look} columns={columns - left - 2} rows={rows} />
		</>
	) : (
		<Box flexDirection="column">
			<Lines lines={['No route: recorded without GPS']} look="faint" />
			<ChartsView {...look} columns={columns} rows={rows - 1} />
		</Box>
	);
};

/** What a recording draws, and its laps from `top` on, in so many lines. */
export const RecordingBody = ({
	model,
	recording,
	sportType,
	top,
	rows,
}: {
	readonly model: Model;
	readonly recording: Recording;
	readonly sportType: number;
	readonly top: number;
	readonly rows: number;
}) => {
	const height = drawnRows(recording, rows);
	const left = rows - height - 1;
	return (
		<>
			<Box height={height} flexShrink={0}>
				<Drawings
					model={model}
					recording={recording}
					columns={model.size.columns - 2}
					rows={height}
				/>
			</Box>
			{left > 1 ? (
				<Box flexDirection="column" marginTop={1}>
					<LapTable
						laps={recording.laps}
						top={top}
						rows={left}
						sportType={sportType}
						units={model.settings.units}
					/>
				</Box>
			) : undefined}
		</>
	);
};
