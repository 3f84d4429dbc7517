import type {Steps} from '../../domain/steps.js';
import {createCanvas, dotsAcross, dotsDown, type Plot} from './canvas.js';
import {longestStep} from './gaps.js';

/** Where somebody went, flat and thinned to what a window can show. */
export type Route = {
	/** Lines between gaps, each `x, y, x, y, …`; y grows southwards. */
	readonly lines: readonly Float32Array[];
	/** The larger is 1, or both are 0 for a single point. */
	readonly width: number;
	readonly height: number;
};

/** No window has more dots in a line. */
const finest = 1 / 1024;
const mostPoints = 4000;

type Track = {
	readonly time: Float64Array;
	/** Degrees. */
	readonly latitude: Float64Array;
	readonly longitude: Float64Array;
};

// A longitude beyond 180 degrees goes on counting, so that a way over the date line stays whole.
const unwrap = (longitude: number, previous: number): number =>
	longitude - 360 * Math.round((longitude - previous) / 360);

/** The track in degrees, `x, y, x, y, …`, cut where it has gaps. */
const split = ({time, latitude, longitude}: Track): readonly number[][] => {
	const longest = longestStep(time);
	const lines: number[][] = [];
	let line: number[] = [];
	let at = Number.NEGATIVE_INFINITY;
	let last = Number.NaN;
	for (let index = 0; index < latitude.length; index += 1) {
		const y = latitude[index] ?? Number.NaN;
		const raw = longitude[index] ?? Number.NaN;
		if (Number.isNaN(y) || Number.isNaN(raw)) {
			continue;
		}

		const now = time[index] ?? Number.NaN;
		const x = Number.isNaN(last) ? raw : unwrap(raw, last);
		if (!(now - at <= longest)) {
			line = [];
			lines.push(line);
		}

		line.push(x, y);
		at = now;
		last = x;
	}

	return lines;
};

/** Leaves out points that are nearer than that to the last one kept; ends stay. */
const thin = (line: readonly number[], distance: number): readonly number[] => {
	const kept: number[] = [];
	for (let index = 0; index < line.length; index += 2) {
		const x = line[index] ?? 0;
		const y = line[index + 1] ?? 0;
		const lastX = kept[kept.length - 2] ?? 0;
		const lastY = kept[kept.length - 1] ?? 0;
		const isEnd = index === 0 || index === line.length - 2;
		if (isEnd || Math.hypot(x - lastX, y - lastY) >= distance) {
			kept.push(x, y);
		}
	}

	return kept;
};

/** Least and most of every second number. */
const bounds = (
	lines: ReadonlyArray<readonly number[]>,
	offset: 0 | 1,
): readonly [least: number, most: number] => {
	let least = Number.POSITIVE_INFINITY;
	let most = Number.NEGATIVE_INFINITY;
	for (const line of lines) {
		for (let index = offset; index < line.length; index += 2) {
			const value = line[index] ?? Number.NaN;
			least = Math.min(least, value);
			most = Math.max(most, value);
		}
	}

	return [least, most];
};

const countNumbers = (lines: ReadonlyArray<readonly number[]>): number =>
	lines.reduce((count, {length}) => count + length, 0);

/** The route of a recording; undefined where there was no satellite, or no need of one. */
export function* toRoute(track: Track): Steps<Route | undefined> {
	const parts = split(track);
	yield;
	if (parts.length === 0) {
		return undefined;
	}

	const [west, east] = bounds(parts, 0);
	const [south, north] = bounds(parts, 1);
	// Degrees of longitude are the shorter the further from the equator.
	const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
	const extent = Math.max((east - west) * narrowing, north - south);
	const scale = extent > 0 ? 1 / extent : 0;
	const flat = parts.map((line) =>
		line.map((value, index) =>
			index % 2 === 0 ? (value - west) * narrowing * scale : (north - value) * scale,
		),
	);
	yield;
	let lines = flat.map((line) => thin(line, finest));
	for (
		let distance = finest * 2;
		countNumbers(lines) > 2 * mostPoints && distance <= 1;
		distance *= 2
	) {
		yield;
		lines = flat.map((line) => thin(line, distance));
	}

	return {
		lines: lines.map((line) => Float32Array.from(line)),
		width: (east - west) * narrowing * scale,
		height: (north - south) * scale,
	};
}

const startSign = 'S';
const finishSign = 'F';

const putSign = (
	rows: readonly string[],
	sign: string,
	{x, y}: {readonly x: number; readonly y: number},
): readonly string[] => {
	const [column, row] = [Math.floor(x / dotsAcross), Math.floor(y / dotsDown)];
	return rows.map((line, index) =>
		index === row ? line.slice(0, column) + sign + line.slice(column + 1) : line,
	);
};

/**
 * A route as large as the space allows, in the middle of it, north up. `F` is where it ends and `S`
 * where it begins, which is all that is seen of a round.
 */
export const drawRoute = (
	{lines, width, height}: Route,
	{columns, rows}: {readonly columns: number; readonly rows: number},
	plot: Plot,
): readonly string[] => {
	const canvas = createCanvas(columns, rows);
	const [right, bottom] = [canvas.width - 1, canvas.height - 1];
	const scale = Math.min(
		width > 0 ? right / width : Number.POSITIVE_INFINITY,
		height > 0 ? bottom / height : Number.POSITIVE_INFINITY,
	);
	const zoom = Number.isFinite(scale) ? scale : 0;
	const [left, top] = [(right - width * zoom) / 2, (bottom - height * zoom) / 2];
	const toDot = (line: Float32Array, index: number) => ({
		x: Math.round(left + (line[index] ?? 0) * zoom),
		y: Math.round(top + (line[index + 1] ?? 0) * zoom),
	});
	for (const line of lines) {
		for (let index = 0; index < line.length; index += 2) {
			const [from, to] = [toDot(line, Math.max(0, index - 2)), toDot(line, index)];
			canvas.line(from.x, from.y, to.x, to.y);
		}
	}

	const [first, last] = [lines.at(0), lines.at(-1)];
	const drawn = canvas.rows(plot);
	return first && last
		? putSign(putSign(drawn, finishSign, toDot(last, last.length - 2)), startSign, toDot(first, 0))
		: drawn;
};
