import {Box} from 'ink';
import {memo} from 'react';
import type {Units} from '../../domain/settings.js';
import {formatCount, formatDuration} from '../../text/measures.js';
import {toHeight, unitNames} from '../../text/units.js';
import {chartLines} from '../chart/chart-lines.js';
import {drawRoute} from '../chart/route.js';
import type {Recording} from '../detail/recording.js';
import {useSymbols} from '../use-symbols.js';
import {Lines} from './lines.js';

type Space = {readonly columns: number; readonly rows: number};

type DrawingProps = Space & {readonly recording: Recording; readonly units: Units};

const Route = ({recording, columns, rows}: DrawingProps) => {
	const {plot} = useSymbols();
	return recording.route ? (
		<Lines lines={drawRoute(recording.route, {columns, rows}, plot)} />
	) : (
		<Lines lines={['No route: recorded without GPS']} look="faint" />
	);
};

/** The way somebody went, from above. */
export const RouteView = memo(Route);

const Charts = ({recording, columns, rows, units}: DrawingProps) => {
	const {plot} = useSymbols();
	const {heartRate, altitude, seconds} = recording;
	const over = `over ${formatDuration(seconds)}`;
	const charts = [
		...(heartRate
			? [{series: heartRate, title: `Heart rate, bpm, ${over}`, format: formatCount}]
			: []),
		...(altitude
			? [
					{
						series: altitude,
						title: `Elevation, ${unitNames[units].height}, ${over}`,
						format: (meters: number) => formatCount(toHeight(meters, units)),
					},
				]
			: []),
	];
	const shown = charts.slice(0, rows >= 6 ? 2 : 1);
	if (shown.length === 0) {
		return <Lines lines={['No heart rate and no elevation']} look="faint" />;
	}

	const height = Math.floor(rows / shown.length);
	return (
		<Box flexDirection="column">
			{shown.map(({series, title, format}, index) => {
				const left = index === shown.length - 1 ? rows - height * index : height;
				return (
					<Lines
						key={title}
						lines={chartLines(series, {title, format, columns, rows: left, plot})}
						first="heading"
					/>
				);
			})}
		</Box>
	);
};

/** Heart rate and elevation over time. */
export const ChartsView = memo(Charts);
