import type {Services} from '../services/services.js';
import {truncate} from '../text/cells.js';
import {countOf, formatBytes, formatCount, formatWait} from '../text/measures.js';
import type {Flags} from './flags.js';
import type {Io} from './io.js';

/** `verify`: reads every file of the archive and names what is wrong. Works offline. */
export const runVerify = async (
	services: Services,
	flags: Flags,
	io: Io,
	signal: AbortSignal,
): Promise<number> => {
	const {json, quiet} = flags;
	const isLive = io.isErrorTerminal && !quiet && !json;
	const clear = () => {
		if (isLive) {
			io.error('\r\u001B[K');
		}
	};
	for await (const event of services.verify(signal)) {
		if (json) {
			io.out(`${JSON.stringify(event)}\n`);
		}

		switch (event.type) {
			case 'verifying':
				if (isLive) {
					const {checked, total} = event;
					const line = `Checking: ${formatCount(checked)} of ${countOf(total, 'file')}`;
					io.error(`\r\u001B[K${truncate(line, io.columns - 1)}`);
				}
				break;
			case 'problem':
				if (!json) {
					clear();
					io.error(`${event.kind}: ${event.file}: ${event.reason}\n`);
				}
				break;
			case 'verified': {
				clear();
				const {checked, problems, bytes, durationMs} = event;
				if (!json && !quiet) {
					const found = problems === 0 ? 'all good' : countOf(problems, 'problem');
					const read = `${countOf(checked, 'file')} read (${formatBytes(bytes)})`;
					io.out(
						`${read}, ${found}, in ${formatWait(durationMs / 1000)}. Folder: ${services.folder}\n`,
					);
				}

				return problems === 0 ? 0 : 7;
			}
		}
	}

	return 1;
};
