// Bundles the program into dist/, or the folder named: small entry points, and chunks that are
// loaded when needed.
import {chmod, rm} from 'node:fs/promises';
import path from 'node:path';
import {build} from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');

const outdir = path.resolve(root, process.argv[2] ?? 'dist');

await rm(outdir, {recursive: true, force: true});
await build({
	absWorkingDir: root,
	entryPoints: ['source/cli.ts', 'source/coros-backup.ts', 'source/index.ts'],
	outdir,
	bundle: true,
	splitting: true,
	platform: 'node',
	target: 'node20.19',
	format: 'esm',
	minify: true,
	keepNames: false,
	legalComments: 'none',
	jsx: 'automatic',
	define: {'process.env.NODE_ENV': '"production"'},
	// Ink imports the devtools when they are installed; a bundle has to say that they are not.
	alias: {'react-devtools-core': './scripts/no-devtools.js'},
	// Some dependencies are CommonJS and ask for Node's modules at run time.
	banner: {
		js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
	},
	logLevel: 'warning',
});
for (const entry of ['cli.js', 'coros-backup.js']) {
	await chmod(path.join(outdir, entry), 0o755);
}
