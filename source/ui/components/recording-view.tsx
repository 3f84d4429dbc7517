import {Box, Text} from 'ink';
import {memo} from 'react';
import type {Units} from '../../domain/settings.js';
import {formatCount, formatDistance, formatDuration} from '../../text/measures.js';
import {toHeight, unitNames} from '../../text/units.js';
import {axisLine, distanceScale, timeScale} from '../chart/axis-line.js';
import {chartLines, labelWidth} from '../chart/chart-lines.js';
import {drawRoute} from '../chart/route.js';
import type {Axis, Curves, Recording} from '../detail/recording.js';
import {useSymbols} from '../use-symbols.js';
import {useTheme} from '../use-theme.js';
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

const chartsOf = ({heartRate, altitude}: Curves, units: Units) => [
	...(heartRate ? [{series: heartRate, title: 'Heart rate, bpm', format: formatCount}] : []),
	...(altitude
		? [
				{
					series: altitude,
					title: `Elevation, ${unitNames[units].height}`,
					format: (meters: number) => formatCount(toHeight(meters, units)),
				},
			]
		: []),
];

/** With fewer rows the last one is worth more as a part of the chart. */
const roomForAxis = 8;

const Charts = ({recording, axis, columns, rows, units}: DrawingProps & {readonly axis: Axis}) => {
	const theme = useTheme();
	const {plot} = useSymbols();
	const distances = axis === 'distance' ? recording.overDistance : undefined;
	const curves = distances ?? recording.overTime;
	const {length} = curves;
	const over = distances
		? `${formatDistance(length, units)} ${unitNames[units].distance}`
		: formatDuration(length);
	const shown = chartsOf(curves, units).slice(0, rows >= 6 ? 2 : 1);
	if (shown.length === 0) {
		return <Lines lines={['No heart rate and no elevation']} look="faint" />;
	}

	const scale = distances ? distanceScale(length, units) : timeScale(length);
	const forCharts = rows - Number(rows >= roomForAxis);
	const height = Math.floor(forCharts / shown.length);
	return (
		<Box flexDirection="column">
			{shown.map(({series, title, format}, index) => {
				const left = index === shown.length - 1 ? forCharts - height * index : height;
				const look = {title: `${title}, over ${over}`, format, columns, rows: left, plot};
				return <Lines key={title} lines={chartLines(series, look)} first="heading" />;
			})}
			{forCharts < rows ? (
				<Text wrap="truncate" {...theme.faint}>
					{' '.repeat(labelWidth) + axisLine(scale, columns - labelWidth)}
				</Text>
			) : undefined}
		</Box>
	);
};

/** Heart rate and elevation along time or distance. */
export const ChartsView = memo(Charts);
