import type {Units} from '../../domain/settings.js';
import {distanceUnit, unitNames} from '../../text/units.js';

/** What a chart runs along, in numbers somebody would choose. */
export type Scale = {
	/** From one end to the other, in the smallest unit shown. */
	readonly length: number;
	/** Distances between marks, rising. */
	readonly steps: readonly number[];
	readonly label: (value: number) => string;
};

const minute = 60;
const hour = 60 * minute;

const clockLabel = (seconds: number): string => {
	const minutes = Math.round(seconds / minute);
	if (minutes < 60) {
		return `${minutes} min`;
	}

	const rest = minutes % 60;
	return `${Math.floor(minutes / 60)}${rest > 0 ? `:${String(rest).padStart(2, '0')}` : ''} h`;
};

/** Seconds, marked at round minutes and hours. */
export const timeScale = (seconds: number): Scale => ({
	length: seconds,
	steps: [
		...[1, 2, 5, 10, 15, 20, 30].map((minutes) => minutes * minute),
		...[1, 2, 3, 6, 12, 24, 48, 96].map((hours) => hours * hour),
	],
	label: clockLabel,
});

/** Metres, marked at round kilometres or miles. */
export const distanceScale = (meters: number, units: Units): Scale => ({
	length: meters / distanceUnit[units],
	steps: [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
	label: (value) => `${Number(value.toFixed(1))} ${unitNames[units].distance}`,
});

/** Cells between the beginnings of two labels, at least. */
const spacing = 8;

/** A line below a chart that says where along it one is: each label begins at its place. */
export const axisLine = ({length, steps, label}: Scale, columns: number): string => {
	const step = steps.find((size) => (size / length) * columns >= spacing) ?? length;
	const count = length > 0 ? Math.ceil(length / step) - 1 : 0;
	const marks = Array.from({length: count}, (_, index) => (index + 1) * step);
	return marks.reduce((line, value) => {
		const text = label(value);
		const column = Math.floor((value / length) * columns);
		return column + text.length <= columns ? line.padEnd(column) + text : line;
	}, '0');
};
