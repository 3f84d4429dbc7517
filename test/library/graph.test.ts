import path from 'node:path';
import {expect, test} from 'vitest';
import {type BundleFile, readModuleGraph} from '../../scripts/module-graph.js';
import {projectRoot} from '../helpers/consumer.js';

/** A room of the house, or a package. */
const toName = (module: string): string => {
	const relative = path.relative(projectRoot, module).split(path.sep).join('/');
	const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(relative)?.[1];
	return name ?? relative.split('/').slice(0, 2).join('/');
};

/** All that may be loaded when a file of the bundle is, now or later. */
const reachable = (graph: readonly BundleFile[], entry: string): Set<string> => {
	const names = new Set<string>();
	const visit = (wanted: string, seen: Set<string>) => {
		const found = graph.find(({file}) => file === wanted);
		if (!found || seen.has(wanted)) {
			return;
		}

		seen.add(wanted);
		for (const module of found.modules) {
			names.add(toName(module));
		}

		for (const next of found.loads) {
			visit(next, seen);
		}
	};
	visit(entry, new Set());
	return names;
};

test('the library brings no terminal along: no Ink, no React, no yargs, no screens, no demo', async () => {
	const graph = await readModuleGraph();
	const library = reachable(graph, 'index.js');
	const program = reachable(graph, 'cli.js');
	const terminal = ['ink', 'react', 'react-reconciler', 'yargs', 'string-width', 'yoga-layout'];
	const rooms = ['source/ui', 'source/commands', 'source/text', 'source/simulator'];
	for (const name of [...terminal, ...rooms]) {
		expect(program, 'the program has it: the name is right').toContain(name);
		expect(library).not.toContain(name);
	}

	expect(library).toContain('source/library');
	expect(library).toContain('source/fit');
});
