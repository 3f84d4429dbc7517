import type {Finding} from '../domain/finding.js';
import {version} from '../domain/version.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the program runs on, as far as its looks and its network depend on it. */
export type Platform = {
	readonly platform: string;
	readonly architecture: string;
	/** Node's own, such as `v20.20.2`. */
	readonly node: string;
	/** Undefined where output goes to no terminal. */
	readonly columns: number | undefined;
	readonly rows: number | undefined;
	readonly environment: Environment;
};

const isSet = (environment: Environment, name: string): boolean =>
	[name, name.toLowerCase()].some((key) => (environment[key] ?? '') !== '');

// A proxy's address may hold a password, and its name is its company's affair.
const describeProxy = (environment: Environment): string => {
	const names = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY'];
	const set = names.filter((name) => isSet(environment, name));
	return set.length === 0 ? 'No proxy in the environment' : `Proxy: ${set.join(', ')} set`;
};

const describeTerminal = ({columns, rows, platform, environment}: Platform): string => {
	const {TERM, COLORTERM, NO_COLOR, LC_ALL, LC_CTYPE, LANG} = environment;
	const locale = LC_ALL || LC_CTYPE || LANG || '';
	const isUnicode = platform === 'win32' || platform === 'darwin' || /utf-?8/i.test(locale);
	return [
		columns === undefined ? 'No terminal' : `Terminal ${columns}×${rows}`,
		`TERM ${TERM ?? 'not set'}`,
		COLORTERM && `COLORTERM ${COLORTERM}`,
		NO_COLOR && 'NO_COLOR set',
		isUnicode ? 'UTF-8' : 'no UTF-8 locale',
	]
		.filter(Boolean)
		.join(', ');
};

/** Facts for the head of a report. Pure. */
export const toFacts = (platform: Platform): Finding[] => {
	const {node, architecture, environment} = platform;
	const program = `coros-tui ${version}, Node ${node}, ${platform.platform} ${architecture}`;
	return [program, describeTerminal(platform), describeProxy(environment)].map((what) => ({
		area: 'program',
		level: 'note',
		what,
	}));
};
