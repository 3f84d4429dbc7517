import {defineFlags} from './define-flags.js';
import {commandNames} from './flags.js';
import type {HelpPages} from './help-page.js';

const words = ['', ...commandNames.filter((name) => name !== 'app'), 'demo'];

/** Lays out every page of the help, so many columns wide: for the build. */
export const layOutHelp = async (width: number): Promise<HelpPages> => {
	const pages: Record<string, string> = {};
	for (const word of words) {
		const argv = word === '' ? [] : [word];
		pages[word] = `${await defineFlags(argv, () => {}, width).getHelp()}\n`;
	}

	return pages;
};

export {helpWidths, toHelpFile} from './help-page.js';
