import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';

/** One place where a secret was looked for. */
export type Look = {
	readonly where: string;
	readonly bytes: number;
	readonly found: readonly string[];
	/** Secrets belong there. */
	readonly isAllowed: boolean;
};

/** Sums up where secrets were looked for during a run of the tests. */
export const readLooks = (
	folder: string,
): {readonly sentence: string; readonly leaks: string[]} => {
	const looks = readdirSync(folder).flatMap((name) =>
		readFileSync(path.join(folder, name), 'utf8')
			.split('\n')
			.filter((line) => line !== '')
			.map((line) => JSON.parse(line) as Look),
	);
	const elsewhere = looks.filter(({isAllowed}) => !isAllowed);
	const leaks = elsewhere.filter(({found}) => found.length > 0);
	const bytes = elsewhere.reduce((sum, look) => sum + look.bytes, 0);
	const planted = looks.filter(({isAllowed, found}) => isAllowed && found.length > 0).length;
	return {
		sentence: `secrets: ${planted} where they belong, ${leaks.length} elsewhere, in ${bytes} bytes of ${elsewhere.length} outputs, files and requests`,
		leaks: [...new Set(leaks.map(({where, found}) => `${found.join(', ')} in ${where}`))],
	};
};
