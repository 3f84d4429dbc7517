/** What a command or a flag is called elsewhere, and here. No letters in common are needed. */
const rows: Readonly<Record<string, string>> = {
	backup: 'download sync fetch get pull run',
	list: 'ls show activities',
	verify: 'check repair fix fsck',
	doctor: 'status diagnose info',
	whoami: 'account me user',
	login: 'signin sign-in auth',
	logout: 'signout sign-out',
	relayout: 'rename reorganize',
	adopt: 'import migrate',
	'--version': 'version',
	version: 'v',
	from: 'since after start start-date',
	to: 'until before end end-date',
	'backup-dir': 'output out dir folder path directory dest destination o d',
	email: 'user username mail u',
	full: 'force',
	sport: 'type activity-type',
	limit: 'count max n',
	format: 'f',
	concurrency: 'jobs parallel threads j',
	verbose: 'debug',
	quiet: 'silent q s',
};

/** All that a word may stand for. */
export const synonymsOf = (word: string): readonly string[] =>
	Object.keys(rows).filter((name) => rows[name]?.split(' ').includes(word.toLowerCase()));
