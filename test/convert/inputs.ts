import {existsSync, readFileSync} from 'node:fs';
import type {ConvertFormat} from '../../source/convert/convert-format.js';
import {converters} from '../../source/convert/formats.js';
import {decodeFit} from '../../source/fit/decode-fit.js';
import type {FitActivity} from '../../source/fit/fit-activity.js';
import {renderFile} from '../../source/simulator/files/render-file.js';
import {sharedFile} from '../helpers/shared.js';
import {fitVariants} from '../simulator/activities/variants.js';

export const realFiles = [
	'20210507_run_coros_pace_2.fit',
	'coros-pace-2-cycling-misaligned-fields.fit',
] as const;

const real = realFiles
	.map((name) => [name, sharedFile(`samples/mit/${name}`)] as const)
	.filter(([, file]) => existsSync(file));
if (real.length === 0)
	process.stderr.write('SKIPPED, no real FIT files in ../shared: test/convert\n');

/** Real files where there are any, and one of every kind that the simulator makes; all as bytes. */
export const inputs: ReadonlyArray<readonly [title: string, read: () => Uint8Array]> = [
	...real.map(([name, file]) => [name, () => new Uint8Array(readFileSync(file))] as const),
	...fitVariants.map(([title, activity]) => [title, () => renderFile(activity, 'fit')!] as const),
];

export const readInput = (title: string): Uint8Array =>
	inputs.find(([name]) => name === title)![1]();

export const hasRoute = ({records}: FitActivity): boolean =>
	records.latitude.some((degrees) => !Number.isNaN(degrees));

/** A whole text. */
export const convert = (activity: FitActivity, format: ConvertFormat, name?: string): string =>
	[...converters[format](activity, {name})].join('');

export const convertInput = (title: string, format: ConvertFormat): string =>
	convert(decodeFit(readInput(title)), format, title);
