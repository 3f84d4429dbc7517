/** Columns of help that are laid out when the program is built: of most terminals, and of none. */
export const helpWidths = [80, 100] as const;

/** Help by the command's word, the program's own under `''`. */
export type HelpPages = Readonly<Record<string, string>>;

const widest = Math.max(...helpWidths);

/** As wide as the terminal, as far as lines are read with ease. */
const helpWidth = (): number => Math.min(widest, process.stdout.columns ?? helpWidths[0]);

/** The module beside the program that has the pages of a width. */
export const toHelpFile = (width: number): string => `help-${width}.js`;

const readPages = async (width: number): Promise<HelpPages | undefined> => {
	const file = new URL(toHelpFile(width), import.meta.url);
	try {
		const {pages}: {pages: HelpPages} = await import(file.href);
		return pages;
	} catch {
		return undefined; // Of another width.
	}
};

/** `help` and `help backup`, as others take them, in this program's form. */
export const spellOutHelp = (argv: readonly string[]): readonly string[] =>
	argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv;

/** The page of the first word that is a command's, else the program's own. */
export const helpPage = async (argv: readonly string[]): Promise<string> => {
	const width = helpWidth();
	const pages = await readPages(width);
	if (pages) {
		const word = argv.find((one) => Object.hasOwn(pages, one)) ?? '';
		return pages[word] ?? '';
	}

	const {findCommand} = await import('./command-line/commands.js');
	const {layOutHelp} = await import('./command-line/lay-out-help.js');
	return layOutHelp(argv.find((one) => findCommand(one)) ?? '', width);
};
