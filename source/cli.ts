#!/usr/bin/env node
import {enableCompileCache} from './commands/compile-cache.js';
import {version} from './domain/version.js';

// chalk reads FORCE_COLOR when it is loaded, and knows nothing of NO_COLOR.
if (process.env.NO_COLOR || process.argv.includes('--no-color')) {
	process.env.FORCE_COLOR = '0';
}

const argv = process.argv.slice(2);
if (argv.length === 1 && argv[0] === '--version') {
	process.stdout.write(`${version}\n`);
} else {
	enableCompileCache();
	const {runProcess} = await import('./commands/run-process.js');
	await runProcess(argv);
}
