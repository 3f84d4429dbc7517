// Bundles the program into dist/, or the folder named: small entry points, and chunks that are
// loaded when needed.
import {chmod, mkdtemp, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {builtins} from './builtins.js';
import {bundle} from './bundle.js';
import {quicker} from './quicker.js';

const root = path.resolve(import.meta.dirname, '..');

const outdir = path.resolve(root, process.argv[2] ?? 'dist');

await rm(outdir, {recursive: true, force: true});
await bundle(['source/cli.ts', 'source/coros-backup.ts', 'source/index.ts'], outdir, {
	plugins: [builtins, quicker],
});
for (const entry of ['cli.js', 'coros-backup.js']) {
	await chmod(path.join(outdir, entry), 0o755);
}

// The help, laid out beforehand by the program itself.
const work = await mkdtemp(path.join(root, 'node_modules', '.help-'));
try {
	await bundle(['source/commands/command-line/help-pages.ts'], work);
	const file = pathToFileURL(path.join(work, 'help-pages.js'));
	const {helpWidths, layOutPages, toHelpFile} = await import(file.href);
	for (const width of helpWidths) {
		const pages = JSON.stringify(await layOutPages(width));
		await writeFile(path.join(outdir, toHelpFile(width)), `export const pages = ${pages};\n`);
	}
} finally {
	await rm(work, {recursive: true, force: true});
}
