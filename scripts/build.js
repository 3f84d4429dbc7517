// Bundles the program into dist/, or the folder named: small entry points, and chunks that are
// loaded when needed.
import {chmod, rm} from 'node:fs/promises';
import path from 'node:path';
import {bundle} from './bundle.js';
import {quicker} from './quicker.js';

const root = path.resolve(import.meta.dirname, '..');

const outdir = path.resolve(root, process.argv[2] ?? 'dist');

await rm(outdir, {recursive: true, force: true});
await bundle(['source/cli.ts', 'source/coros-backup.ts', 'source/index.ts'], outdir, {
	plugins: [quicker],
});
for (const entry of ['cli.js', 'coros-backup.js']) {
	await chmod(path.join(outdir, entry), 0o755);
}
