import {version} from '../domain/version.js';
import {enableCompileCache} from './compile-cache.js';
import {helpPage, spellOutHelp} from './help-page.js';

const answer = async (argv: readonly string[]): Promise<string | undefined> => {
	const end = argv.indexOf('--');
	const flags = new Set(end === -1 ? argv : argv.slice(0, end));
	if (flags.has('--help') || flags.has('-h')) {
		return helpPage(argv);
	}

	return flags.has('--version') ? `${version}\n` : undefined;
};

/**
 * Runs a command line as this process. What only asks for help or the version is answered before
 * the program is loaded, which takes longer than to start Node.
 */
export const start = async (typed: readonly string[]): Promise<void> => {
	const argv = spellOutHelp(typed);
	// chalk reads FORCE_COLOR when it is loaded, and knows nothing of NO_COLOR.
	if (process.env.NO_COLOR || argv.includes('--no-color')) {
		process.env.FORCE_COLOR = '0';
	}

	const text = await answer(argv);
	if (text === undefined) {
		enableCompileCache();
		const {runProcess} = await import('./run-process.js');
		await runProcess(argv);
	} else {
		// A reader that has seen enough, such as head, is no error.
		process.stdout.on('error', () => process.exit());
		process.stdout.write(text);
	}
};
