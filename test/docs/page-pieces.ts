import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {projectRoot, readProject} from '../helpers/consumer.js';

/** A command of a page, or a block of it that is no list of commands. */
export type Piece = {
	readonly page: string;
	/** What stands behind the block's backticks; empty for a block that does not say. */
	readonly language: string;
	/** The command in one line, without the comment behind it; or the block as it stands. */
	readonly text: string;
	/** The file of `examples/` that the block repeats. */
	readonly example?: string;
};

const folders = ['.', 'docs', '.github'];

/** Every page of the repository. */
export const pages = (): string[] =>
	folders.flatMap((folder) =>
		readdirSync(path.join(projectRoot, folder))
			.filter((name) => name.endsWith('.md') && existsSync(path.join(projectRoot, folder, name)))
			.map((name) => (folder === '.' ? name : `${folder}/${name}`))
			.sort(),
	);

const block =
	/(?:<!-- examples\/(?<example>\S+) -->\n)?^(?<fence>```+|~~~+)(?<language>[^\n]*)\n(?<text>.*?)^\k<fence>$/gms;

const toCommands = (text: string): string[] =>
	text
		.replaceAll(/\\\n\s*/g, '')
		.split('\n')
		.map((line) => line.replace(/\s+# .*$/, ''))
		.filter((line) => line !== '' && !line.startsWith('#'));

const isCommands = (language: string): boolean => /^(?:sh|console|bash|shell)\b/.test(language);

/** What a page shows in blocks, piece by piece. */
export const readPieces = (page: string, markdown = readProject(page)): Piece[] =>
	[...markdown.matchAll(block)].flatMap(({groups}) => {
		const {example, language = '', text = ''} = groups ?? {};
		const texts = example === undefined && isCommands(language) ? toCommands(text) : [text];
		return texts.map((one) => ({
			page,
			language,
			text: one,
			...(example !== undefined && {example}),
		}));
	});
