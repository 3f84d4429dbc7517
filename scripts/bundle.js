import path from 'node:path';
import {build} from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');

/** Bundles entry points as the program is bundled: small entries, and chunks loaded when needed. */
export const bundle = (entryPoints, outdir) =>
	build({
		absWorkingDir: root,
		entryPoints,
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
