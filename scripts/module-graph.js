import path from 'node:path';
import {bundle} from './bundle.js';

const root = path.resolve(import.meta.dirname, '..');

const entries = ['source/cli.ts', 'source/coros-backup.ts', 'source/index.ts'];

/**
 * What is in the bundle: for each of its files the modules it is made of, those of which nothing is
 * left aside, and the files it loads, at once or later. Nothing is written.
 */
export const readModuleGraph = async () => {
	const {metafile} = await bundle(entries, 'dist', {metafile: true, write: false});
	return Object.entries(metafile.outputs).map(([file, {inputs, imports}]) => ({
		file: path.posix.basename(file),
		modules: Object.entries(inputs)
			.filter(([, {bytesInOutput}]) => bytesInOutput > 0)
			.map(([module]) => path.resolve(root, module)),
		loads: imports
			.filter(({external}) => !external)
			.map(({path: loaded}) => path.posix.basename(loaded)),
	}));
};
