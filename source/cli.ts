#!/usr/bin/env node
import {enableCompileCache} from './commands/compile-cache.js';
import {findHelpPage} from './commands/help-page.js';
import {ensureHome} from './commands/home.js';
import {version} from './domain/version.js';

// chalk reads FORCE_COLOR when it is loaded, and knows nothing of NO_COLOR.
if (process.env.NO_COLOR || process.argv.includes('--no-color')) {
	process.env.FORCE_COLOR = '0';
}

const argv = process.argv.slice(2);
const isVersion = argv.length === 1 && argv[0] === '--version';
const text = isVersion ? `${version}\n` : await findHelpPage(argv);
if (text === undefined) {
	ensureHome();
	enableCompileCache();
	const {runProcess} = await import('./commands/run-process.js');
	await runProcess(argv);
} else {
	// A reader that has seen enough, such as head, is no error.
	process.stdout.on('error', () => process.exit());
	process.stdout.write(text);
}
