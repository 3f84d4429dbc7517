import {render} from 'ink';
import type {Services} from '../services/services.js';
import {App} from './app.js';
import {freshScreen} from './effects/use-redraw.js';
import type {AppResult} from './model.js';
import {asciiSymbols, unicodeSymbols} from './symbols.js';
import {SymbolsContext} from './use-symbols.js';

export type {AppResult} from './model.js';

export type RunOptions = {
	/** Ends the app: a backup stops cleanly first. */
	readonly signal?: AbortSignal;
	/** The terminal, where it is not this process's. */
	readonly stdin?: NodeJS.ReadStream;
	readonly stdout?: NodeJS.WriteStream;
};

const enterOther = '\u001B[?1049h';
// A line that a terminal finds longer than reckoned, for a rare sign in a name, is cut and no longer
// pushes the lines below it down.
const wrapOff = '\u001B[?7l';
const wrapOn = '\u001B[?7h';

const isScreenReader = () => process.env.INK_SCREEN_READER === 'true';

// The Linux console's font has few signs beyond ASCII.
const symbolsOf = (term: string | undefined) => (term === 'linux' ? asciiSymbols : unicodeSymbols);

/**
 * Runs the full-screen app until the person leaves it. The caller has made sure of a terminal, and
 * prints the result's message, if there is one, on the screen that is restored by then.
 */
export const runApp = async (services: Services, options: RunOptions = {}): Promise<AppResult> => {
	const {signal, stdin = process.stdin, stdout = process.stdout} = options;
	const alternateScreen = !isScreenReader();
	const restoreWrap = () => void stdout.write(wrapOn);
	if (alternateScreen) {
		// Ink enters the other screen but neither clears it nor brings the cursor home.
		stdout.write(enterOther + freshScreen + wrapOff);
		process.once('exit', restoreWrap);
	}

	const app = render(
		<SymbolsContext value={symbolsOf(process.env.TERM)}>
			<App services={services} signal={signal} />
		</SymbolsContext>,
		{
			stdin,
			stdout,
			alternateScreen,
			incrementalRendering: true,
			exitOnCtrlC: false,
			patchConsole: false,
			// There is a terminal, whatever `CI` says.
			interactive: true,
		},
	);
	try {
		const result = await app.waitUntilExit();
		return (result as AppResult | undefined) ?? {message: '', exitCode: 0};
	} finally {
		if (alternateScreen) {
			process.removeListener('exit', restoreWrap);
			restoreWrap();
		}
	}
};
