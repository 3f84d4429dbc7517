// Bundles one benchmark of bench/ and runs it: node scripts/bench.js first-backup
import {mkdtemp, rm} from 'node:fs/promises';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const name = process.argv[2] ?? 'first-backup';
const folder = await mkdtemp(path.join(root, 'node_modules', '.bench-'));
try {
	const outfile = path.join(folder, 'bench.js');
	await build({
		entryPoints: [path.join(root, 'bench', `${name}.ts`)],
		outfile,
		bundle: true,
		platform: 'node',
		format: 'esm',
		packages: 'external',
		logLevel: 'warning',
	});
	await import(pathToFileURL(outfile).href);
} finally {
	await rm(folder, {recursive: true, force: true});
}
