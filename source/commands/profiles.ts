import {toPrintable} from '../domain/printable.js';
import {regionName} from '../domain/region.js';
import type {ProfileInfo, Services} from '../services/services.js';
import {fitCells} from '../text/cells.js';
import type {Flags} from './flags.js';
import type {Io} from './io.js';
import {printJson} from './print-json.js';

const toJson = ({name, session, folder}: ProfileInfo) => ({
	profile: name,
	user_id: session?.userId ?? null,
	email: session?.email ?? null,
	region: session?.region ?? null,
	session_since: session?.since ?? null,
	folder: folder ?? null,
});

const toLine = (cells: readonly [string, string, string, string], width: number): string => {
	const [name, account, region, folder] = cells;
	const columns = [fitCells(name, width), fitCells(account, 30), fitCells(region, 14), folder];
	return `${columns.join('  ').trimEnd()}\n`;
};

/** `profiles`: the named accounts, each with its folder. Asks COROS nothing. */
export const runProfiles = (services: Services, flags: Flags, io: Io): number => {
	const profiles = services.profiles();
	if (flags.json || flags.quiet) {
		for (const profile of profiles) {
			if (flags.json) {
				printJson(io, toJson(profile));
			} else {
				io.out(`${profile.name}\n`);
			}
		}

		return 0;
	}

	if (profiles.length === 0) {
		io.error(
			'No account yet. Sign in with: coros-tui login, or for one with a name and a\nfolder of its own: coros-tui login --profile NAME --backup-dir FOLDER\n',
		);
		return 0;
	}

	const width = Math.max(8, ...profiles.map(({name}) => name.length));
	io.out(toLine(['PROFILE', 'ACCOUNT', 'REGION', 'FOLDER'], width));
	for (const {name, session, folder} of profiles) {
		const account = session ? (session.email ?? session.userId) : '(nobody signed in)';
		const region = session ? regionName[session.region] : '';
		io.out(toLine([name, toPrintable(account), region, toPrintable(folder ?? '')], width));
	}

	return 0;
};
