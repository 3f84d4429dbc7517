import {spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {renderFile} from '../../../source/simulator/files/render-file.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';
import {oddlyNamed} from '../activities/variants.js';
import {variantsIn} from './render-text.js';

const isMissing = spawnSync('xmllint', ['--version']).error !== undefined;
if (isMissing) {
	process.stderr.write('SKIPPED, no xmllint on the PATH: test/simulator/files/well-formed\n');
}

/** Longer activities only make more of the same points, but xmllint takes its time. */
const longest = 50 * 60;

describe.skipIf(isMissing)('xmllint', () => {
	test.each(['gpx', 'tcx', 'kml'] as const)('finds all %s files well-formed', (format) => {
		const folder = temporaryFolder();
		const activities = [...variantsIn(format).map(([, activity]) => activity), ...oddlyNamed];
		const files = activities
			.filter(({formats, plan}) => formats.includes(format) && plan.workoutSeconds < longest)
			.map((activity) => {
				const file = path.join(folder, `${activity.id}.${format}`);
				writeFileSync(file, renderFile(activity, format)!);
				return file;
			});
		expect(files.length).toBeGreaterThan(12);
		const {status, stderr} = spawnSync('xmllint', ['--noout', '--huge', ...files]);
		expect(String(stderr)).toBe('');
		expect(status).toBe(0);
	});
});
