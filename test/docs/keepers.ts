import {type Piece, readPieces} from './page-pieces.js';

/** Who sees to it that a piece of a page is right. */
export type Keeper = {
	readonly page: string;
	readonly language: string;
	/** What its text is like, where the language does not say it. */
	readonly like?: RegExp;
	/** The file of `examples/` that it repeats. */
	readonly example?: string;
} & (
	| {
			/** The tests and scripts that run it, where what it needs is there. */
			readonly by: readonly string[];
	  }
	| {
			/** Why nothing can run it. */
			readonly because: string;
	  }
);

const scripts = 'test/recipes/scripts.test.ts';
const lines = 'test/recipes/page.test.ts';
const schedulers = 'test/recipes/schedulers.test.ts';

const readme: Keeper[] = [
	{
		page: 'README.md',
		language: 'sh',
		like: /^npm ci && npm run demo$/,
		by: ['bench/first-path.ts'],
	},
	{page: 'README.md', language: 'sh', like: /^npm ci && npm test$/, by: ['.ci/run']},
	{page: 'README.md', language: 'sh', like: /^(?:node dist\/cli\.js|coros-tui)\b/, by: [lines]},
	{page: 'README.md', language: 'ts', by: ['test/library/examples.test.ts']},
	{
		page: 'README.md',
		language: '',
		like: /^coros_activities\//,
		by: ['test/docs/pictures.test.ts'],
	},
	{
		page: 'README.md',
		language: '',
		like: /^cli ─▶/,
		because: 'a drawing; test/architecture.test.ts keeps the arrows',
	},
];

const others: Keeper[] = [
	{page: 'docs/json.md', language: 'json \\w+', by: ['test/docs/json.test.ts']},
	{page: 'docs/library.md', language: 'sh', by: ['test/package/tarball.test.ts']},
	{page: 'docs/library.md', language: 'ts', by: ['test/library/examples.test.ts']},
	{page: 'CONTRIBUTING.md', language: 'sh', like: /^npm (?:ci|test)$/, by: ['.ci/run']},
	{
		page: 'CONTRIBUTING.md',
		language: 'sh',
		like: /^npm run demo$/,
		by: ['bench/first-path.ts'],
	},
	{page: 'CONTRIBUTING.md', language: 'ts', by: ['test/docs/pictures.test.ts']},
];

const example = (language: string, name: string, ...by: string[]): Keeper => ({
	page: 'docs/recipes.md',
	language,
	example: name,
	by,
});

const console = (like: RegExp, by: string): Keeper => ({
	page: 'docs/recipes.md',
	language: 'console',
	like,
	by: [by],
});

const recipes: Keeper[] = [
	{page: 'docs/recipes.md', language: 'sh', like: /^coros-tui /, by: [lines]},
	example('crontab', 'cron/crontab', schedulers, 'test/recipes/cron.test.ts'),
	example('ini', 'systemd/coros-backup.service', schedulers, 'test/recipes/systemd.test.ts'),
	example('ini', 'systemd/coros-backup.timer', schedulers, 'test/recipes/systemd.test.ts'),
	example('xml', 'launchd/coros-tui.backup.plist', schedulers, 'test/recipes/launchd.test.ts'),
	example('xml', 'windows/coros-backup.xml', schedulers, 'test/recipes/windows.test.ts'),
	example('dockerfile', 'container/Containerfile', schedulers, 'test/recipes/container.test.ts'),
	example('sh', 'notify/watchdog.sh', scripts),
	example('sh', 'offsite/restic.sh', scripts),
	example('sh', 'offsite/rclone.sh', scripts),
	example('sh', 'coach/every-athlete.sh', scripts),
	console(/^install |^systemctl /, 'test/recipes/systemd.test.ts'),
	console(/^launchctl /, 'test/recipes/launchd.test.ts'),
	console(/^coros-tui login$|^powershell /, 'test/recipes/windows.test.ts'),
	console(/^podman /, 'test/recipes/container.test.ts'),
];

/** Everything the pages show, and who keeps it. */
export const keepers: readonly Keeper[] = [...readme, ...recipes, ...others];

export const keeps = (keeper: Keeper, piece: Piece): boolean =>
	keeper.page === piece.page &&
	new RegExp(`^${keeper.language}$`).test(piece.language) &&
	keeper.example === piece.example &&
	(keeper.like?.test(piece.text) ?? true);

/** The commands of a page that a test has to run: it gets them from here, so that none is left out. */
export const commandsFor = (test: string, page: string): string[] => {
	const own = keepers.filter((keeper) => 'by' in keeper && keeper.by.includes(test));
	return readPieces(page)
		.filter((piece) => piece.example === undefined && own.some((keeper) => keeps(keeper, piece)))
		.map(({text}) => text);
};
