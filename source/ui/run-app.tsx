import {render} from 'ink';
import type {Services} from '../services/services.js';
import {freshScreen} from './effects/use-redraw.js';
import type {AppResult} from './model.js';
import {type ChangeTo, Root} from './root.js';
import {
	askBackground,
	backgroundHint,
	canBeAsked,
	enterOther,
	mouseOff,
	wrapOff,
	wrapOn,
} from './terminal/modes.js';
import {createPlainOutput} from './terminal/plain-output.js';
import {splitReports} from './terminal/report-source.js';
import {suspendProcess} from './terminal/suspend-process.js';

export type {AppResult} from './model.js';
export type {Changed, ChangeTo} from './root.js';

export type RunOptions = {
	/** Ends the app: a backup stops cleanly first. */
	readonly signal?: AbortSignal;
	/** The terminal, where it is not this process's. */
	readonly stdin?: NodeJS.ReadStream;
	readonly stdout?: NodeJS.WriteStream;
	/** Whoever is to sign in, where somebody has to. */
	readonly email?: string | undefined;
	/** Opens another profile to go on with; without it a wish to change ends the app, and is its result. */
	readonly changeTo?: ChangeTo;
	/** Stops the process until somebody lets it go on. */
	readonly suspend?: () => Promise<void>;
};

const isScreenReader = () => process.env.INK_SCREEN_READER === 'true';

// The Linux console's font has few signs beyond ASCII.
const isPlain = () => process.env.TERM === 'linux';

const hasColor = () => process.env.FORCE_COLOR !== '0';

/**
 * Runs the full-screen app until the person leaves it. The caller has made sure of a terminal, and
 * prints the result's message, if there is one, on the screen that is restored by then.
 */
export const runApp = async (services: Services, options: RunOptions = {}): Promise<AppResult> => {
	const {signal, email, changeTo, suspend = suspendProcess} = options;
	const {stdout, setPlain} = createPlainOutput(options.stdout ?? process.stdout);
	const input = options.stdin ?? process.stdin;
	// Ink does so too, but after the first frame: what is typed until then would be echoed.
	input.setRawMode(true);
	const {stdin, reports} = splitReports(input);
	const alternateScreen = !isScreenReader();
	const restore = () => void stdout.write(mouseOff + wrapOn);
	if (alternateScreen) {
		// Ink enters the other screen but neither clears it nor brings the cursor home.
		stdout.write(enterOther + freshScreen + wrapOff);
		process.once('exit', restore);
	}

	const background = backgroundHint(process.env.COLORFGBG);
	const app = render(
		<Root
			services={services}
			signal={signal}
			terminal={{isPlain: isPlain(), reports, setPlain, suspend}}
			beginning={{background, email}}
			changeTo={changeTo}
		/>,
		{
			stdin,
			stdout,
			alternateScreen,
			incrementalRendering: true,
			// A key that comes just after a repaint waits half a frame of the display, not two.
			maxFps: 120,
			exitOnCtrlC: false,
			patchConsole: false,
			// There is a terminal, whatever `CI` says.
			interactive: true,
		},
	);
	if (alternateScreen && hasColor() && canBeAsked(process.env.TERM)) {
		// The answer comes when it comes: the first screen is painted without it.
		stdout.write(askBackground);
	}

	try {
		const result = await app.waitUntilExit();
		return (result as AppResult | undefined) ?? {message: '', exitCode: 0};
	} finally {
		if (alternateScreen) {
			process.removeListener('exit', restore);
			restore();
		}
	}
};
