import {stat} from 'node:fs/promises';

const absent: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

/**
 * Whether there is something of that name. Throws where the disk does not tell: what cannot be seen
 * may be there, and is not to be replaced.
 */
export const isThere = (file: string): Promise<boolean> =>
	stat(file).then(
		() => true,
		(error: NodeJS.ErrnoException) => {
			if (absent.has(error.code ?? '')) {
				return false;
			}

			throw error;
		},
	);
