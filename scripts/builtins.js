import {mkdir, writeFile} from 'node:fs/promises';
import {isBuiltin} from 'node:module';
import path from 'node:path';
import {init, parse} from 'es-module-lexer';

// `import a, * as b` or `import a, {b as c}`: what stands between the words `import` and `from`.
const clause = /^(?<whole>[\w$]+)?\s*,?\s*(?:\*\s*as\s+(?<all>[\w$]+)|\{(?<names>[^}]*)\})?$/;

/** What `import {a as b} from 'node:x'` says, as it is said without importing. */
const toTaking = (imported, id) => {
	const {whole, all, names} = clause.exec(imported.trim()).groups;
	const taken = `process.getBuiltinModule(${JSON.stringify(id)})`;
	const parts = [whole, all].filter(Boolean).map((name) => `${name}=${taken}`);
	if (names) {
		parts.push(`{${names.replaceAll(/\s+as\s+/g, ':')}}=${taken}`);
	}

	return `const ${parts.join(',')}`;
};

/**
 * A bundle in which Node's own modules are taken as they are. An `import` of one reads every name that
 * it has, which loads what nobody asked for: with `node:http` comes all of `fetch`, in longer than
 * Node takes to start.
 */
export const takeBuiltins = async (code) => {
	await init;
	const [imports] = parse(code);
	let taken = '';
	let end = 0;
	for (const {n: id, d: dynamic, ss: from, se: to} of imports) {
		if (dynamic === -1 && id !== undefined && isBuiltin(id)) {
			const imported = /^import\b(?<imported>.*)\bfrom\b/s.exec(code.slice(from, to));
			if (!imported) {
				throw new Error(`not known how to take ${code.slice(from, to)}`);
			}

			taken += code.slice(end, from) + toTaking(imported.groups.imported, id);
			end = to;
		}
	}

	return taken + code.slice(end);
};

/** An esbuild plugin: writes bundles that import none of Node's own modules. */
export const builtins = {
	name: 'builtins',
	setup(build) {
		build.initialOptions.write = false;
		build.onEnd(async ({outputFiles = []}) => {
			for (const {path: file, text} of outputFiles) {
				await mkdir(path.dirname(file), {recursive: true});
				await writeFile(file, await takeBuiltins(text));
			}
		});
	},
};
