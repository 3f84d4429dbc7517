import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {sharedFile} from '../helpers/shared.js';
import {type Point, readGpx} from './read-back.js';

/** Whether a program is there; says aloud what is not asked without it. */
const isThere = (program: string, versionFlag: string): boolean => {
	const found = spawnSync(program, [versionFlag]).error === undefined;
	if (!found)
		process.stderr.write(`SKIPPED, no ${program} on the PATH: its verdict in test/convert\n`);
	return found;
};

export const hasGpsbabel = isThere('gpsbabel', '-V');
export const hasOgr = isThere('ogrinfo', '--version');
const hasXmllint = isThere('xmllint', '--version');
const hasSchemas = existsSync(sharedFile('samples/xsd'));
if (!hasSchemas) process.stderr.write('SKIPPED, no schemas in ../shared: test/convert\n');
export const canValidate = hasXmllint && hasSchemas;

const schemas = {gpx: 'wrap-gpx.xsd', tcx: 'wrap-tcx.xsd', kml: 'ogckml22.xsd'} as const;

export type XmlFormat = keyof typeof schemas;

/** What xmllint has against texts, by the schema of their format: nothing where they are valid. */
export const complaints = (
	folder: string,
	format: XmlFormat,
	texts: readonly (readonly [title: string, text: string])[],
): string[] => {
	const files = texts.map(([title, text]) => {
		const file = path.join(folder, `${title.replaceAll(/\W+/g, '-')}.${format}`);
		writeFileSync(file, text);
		return file;
	});
	const schema = sharedFile(`samples/xsd/${schemas[format]}`);
	const args = ['--nonet', '--noout', '--huge', '--schema', schema, ...files];
	const {status, stderr} = spawnSync('xmllint', args, {encoding: 'utf8', maxBuffer: 2 ** 28});
	const lines = stderr.split('\n').filter((line) => line !== '' && !line.endsWith(' validates'));
	return status === 0 ? lines : [`exit ${status}`, ...lines.slice(0, 20)];
};

const gpsbabelExtension = 'http://www.garmin.com/xmlschemas/TrackPointExtension/v1';

/** The points gpsbabel reads in a file, as it writes them itself. */
export const gpsbabelPoints = (
	folder: string,
	format: 'garmin_fit' | 'gpx' | 'gtrnctr' | 'kml',
	content: string | Uint8Array,
): Point[] => {
	const input = path.join(folder, `asked.${format}`);
	const output = path.join(folder, `${format}-answer.gpx`);
	writeFileSync(input, content);
	const args = ['-t', '-i', format, '-f', input, '-o', 'gpx,garminextensions=1', '-F', output];
	const {status, stderr} = spawnSync('gpsbabel', args, {encoding: 'utf8'});
	if (status !== 0) throw new Error(`gpsbabel: ${stderr}`);
	return readGpx(readFileSync(output, 'utf8'), gpsbabelExtension);
};

/** Every record gpsbabel reads in a FIT file, with a position or not: unicsv's rows by column name. */
export const gpsbabelRecords = (folder: string, fit: Uint8Array): Array<Record<string, string>> => {
	const input = path.join(folder, 'all.fit');
	const output = path.join(folder, 'all.csv');
	writeFileSync(input, fit);
	const args = ['-t', '-i', 'garmin_fit,allpoints=1', '-f', input];
	const {status, stderr} = spawnSync('gpsbabel', [...args, '-o', 'unicsv,utc=0', '-F', output], {
		encoding: 'utf8',
	});
	if (status !== 0) throw new Error(`gpsbabel: ${stderr}`);
	const [header = '', ...rows] = readFileSync(output, 'utf8').trimEnd().split('\n');
	const names = header.trim().split(',');
	return rows.map((row) => {
		const fields = row.trim().split(',');
		return Object.fromEntries(names.map((name, index) => [name, fields[index] ?? '']));
	});
};
