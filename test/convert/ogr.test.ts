import {spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {convertInput} from './inputs.js';
import {hasOgr} from './judges.js';
import {type Point, readGpx, readKml} from './read-back.js';

type Feature = {
	readonly properties: Readonly<Record<string, unknown>>;
	readonly geometry: {readonly type: string; readonly coordinates: unknown};
};

/** What GDAL makes of a file: the features of one layer, and what it complained of. */
const ogr = (title: string, format: 'gpx' | 'kml', ...layers: string[]) => {
	const file = path.join(temporaryFolder(), `a.${format}`);
	writeFileSync(file, convertInput(title, format));
	const args = ['-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=9', '/vsistdout/', file, ...layers];
	const {stdout, stderr} = spawnSync('ogr2ogr', args, {encoding: 'utf8', maxBuffer: 2 ** 28});
	return {features: (JSON.parse(stdout) as {features: Feature[]}).features, stderr};
};

const numbers = (value: unknown): number[][] => {
	const list = value as unknown[];
	return typeof list[0] === 'number' ? [list as number[]] : list.flatMap(numbers);
};

const expectPlaces = (found: readonly number[][], points: readonly Point[]) => {
	expect(found).toHaveLength(points.length);
	for (const [index, {longitude, latitude}] of points.entries()) {
		expect(found[index]![0]).toBeCloseTo(longitude, 7);
		expect(found[index]![1]).toBeCloseTo(latitude, 7);
	}
};

describe.skipIf(!hasOgr)('GDAL', () => {
	test.each(['run with a pause', 'run across the date line', 'triathlon'])(
		'reads every point of the GPX without a complaint: %s',
		(title) => {
			const points = readGpx(convertInput(title, 'gpx'));
			const {features, stderr} = ogr(title, 'gpx', 'track_points');
			expect(stderr).toBe('');
			expectPlaces(
				features.map(({geometry}) => geometry.coordinates as number[]),
				points,
			);
			expect(features.map(({properties}) => properties.track_seg_id)).toHaveLength(points.length);
			expect(features.map(({properties}) => properties.ele ?? Number.NaN)).toEqual(
				points.map(({altitude}) => altitude),
			);
		},
	);

	test.each(['run with a pause', 'ride with 34 pauses'])(
		'reads the tracks and the lines of the KML: %s',
		(title) => {
			const {points} = readKml(convertInput(title, 'kml'));
			const {features} = ogr(title, 'kml');
			const places = features.map(({geometry}) =>
				numbers(
					(geometry as {coordinates?: unknown}).coordinates ??
						(geometry as unknown as {geometries: Array<{coordinates: unknown}>}).geometries.map(
							({coordinates}) => coordinates,
						),
				),
			);
			for (const found of places) expectPlaces(found, points);
			expect(places).toHaveLength(2);
		},
	);
});
