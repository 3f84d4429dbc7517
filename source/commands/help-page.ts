/** Columns of help that are laid out when the program is built: of most terminals, and of none. */
export const helpWidths = [80, 100] as const;

/** Help by the command's word, the program's own under `''`. */
export type HelpPages = Readonly<Record<string, string>>;

const widest = Math.max(...helpWidths);

/** As wide as the terminal, as far as lines are read with ease. */
export const helpWidth = (): number => Math.min(widest, process.stdout.columns ?? helpWidths[0]);

/** The module beside the program that has the pages of a width. */
export const toHelpFile = (width: number): string => `help-${width}.js`;

/**
 * The page for a command line that asks for help and for nothing else, as it was laid out when the
 * program was built: the parser takes longer to load than Node. Undefined where it has to be asked.
 */
export const findHelpPage = async (argv: readonly string[]): Promise<string | undefined> => {
	const [flag, word = '', ...more] = argv.toReversed();
	if ((flag !== '--help' && flag !== '-h') || more.length > 0) {
		return undefined;
	}

	const file = new URL(toHelpFile(helpWidth()), import.meta.url);
	try {
		const {pages}: {pages: HelpPages} = await import(file.href);
		return Object.hasOwn(pages, word) ? pages[word] : undefined;
	} catch {
		return undefined; // Of another width.
	}
};
