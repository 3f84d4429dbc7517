import {readProject} from '../helpers/consumer.js';

/** A TypeScript example of a page. */
export type Example = {
	/** The heading it stands under, and its place there. */
	readonly name: string;
	readonly code: string;
};

const toKey = (heading: string): string => heading.toLowerCase().replaceAll(/[^a-z]+/g, '-');

/** The examples of a page, in order. */
export const readExamples = (page: string): Example[] => {
	const examples: Example[] = [];
	for (const section of readProject(page).split(/^## /m)) {
		const heading = section.slice(0, section.indexOf('\n'));
		const blocks = [...section.matchAll(/^```ts\n(.*?)^```$/gms)];
		for (const [index, [, code = '']] of blocks.entries()) {
			examples.push({name: `${toKey(heading)}-${index + 1}`, code});
		}
	}

	return examples;
};
