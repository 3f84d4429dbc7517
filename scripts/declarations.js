// Writes the library's type declarations into dist/types, or under the folder named: what the
// library's door leads to and nothing else, so that nobody needs the types of a dependency.
import {execFileSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const target = path.join(path.resolve(root, process.argv[2] ?? 'dist'), 'types');
const work = mkdtempSync(path.join(tmpdir(), 'coros-tui-types-'));

const emit = () => {
	const project = path.join(work, 'tsconfig.json');
	const compilerOptions = {
		noEmit: false,
		declaration: true,
		emitDeclarationOnly: true,
		rootDir: path.join(root, 'source'),
		outDir: path.join(work, 'types'),
		typeRoots: [path.join(root, 'node_modules/@types')],
	};
	const files = [path.join(root, 'source/index.ts')];
	const config = {extends: path.join(root, 'tsconfig.json'), compilerOptions, include: [], files};
	writeFileSync(project, JSON.stringify(config));
	const packageJson = createRequire(import.meta.url).resolve('typescript/package.json');
	const tsc = path.join(path.dirname(packageJson), 'bin/tsc');
	execFileSync(process.execPath, [tsc, '-p', project], {stdio: 'inherit'});
};

const importPattern = /\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g;

const reachable = (file, seen = new Set()) => {
	seen.add(file);
	for (const [, target] of readFileSync(file, 'utf8').matchAll(importPattern)) {
		if (!target.startsWith('.')) {
			throw new Error(`${file} needs the types of ${target}, which nobody has installed`);
		}

		const next = path.resolve(path.dirname(file), target.replace(/\.js$/, '.d.ts'));
		if (!seen.has(next)) {
			reachable(next, seen);
		}
	}

	return seen;
};

try {
	emit();
	const types = path.join(work, 'types');
	rmSync(target, {recursive: true, force: true});
	for (const file of reachable(path.join(types, 'index.d.ts'))) {
		cpSync(file, path.join(target, path.relative(types, file)));
	}
} finally {
	rmSync(work, {recursive: true, force: true});
}
