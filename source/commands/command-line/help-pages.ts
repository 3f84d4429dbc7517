import type {HelpPages} from '../help-page.js';
import {commands} from './commands.js';
import {layOutHelp} from './lay-out-help.js';

/** Lays out every page of the help, so many columns wide: for the build. */
export const layOutPages = async (width: number): Promise<HelpPages> => {
	const pages: Record<string, string> = {};
	for (const {word} of commands) {
		pages[word] = await layOutHelp(word, width);
	}

	return pages;
};

export {helpWidths, toHelpFile} from '../help-page.js';
