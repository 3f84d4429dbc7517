import path from 'node:path';
import {build} from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');

// What dependencies load and this program never uses: a bundle has to say that it is not there.
const absent = {
	// Ink imports the devtools when they are installed.
	'react-devtools-core': './scripts/absent/devtools.js',
	// conf checks settings against a schema where it is given one, and migrates where it is told to.
	'ajv/dist/2020.js': './scripts/absent/ajv.js',
	'ajv-formats': './scripts/absent/ajv.js',
	semver: './scripts/absent/semver.js',
	// conf's writer clears up when the process ends, and takes its signals for that.
	'when-exit': './scripts/absent/exit-hooks.js',
	// conf asks it where a user's files are, which we tell conf.
	'env-paths': './scripts/absent/env-paths.js',
	// The help is laid out with an older one, whose table of all emoji is most of what it takes.
	'string-width': './node_modules/string-width/index.js',
	'wrap-ansi': './node_modules/wrap-ansi/index.js',
};

/** Bundles entry points as the program is bundled: small entries, and chunks loaded when needed. */
export const bundle = (entryPoints, outdir, options = {}) =>
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
		alias: absent,
		// Some dependencies are CommonJS and ask for Node's modules at run time.
		banner: {
			js: "const require=id=>{const found=process.getBuiltinModule(id);if(!found)throw new Error('no module '+id);return found};",
		},
		logLevel: 'warning',
		...options,
	});
