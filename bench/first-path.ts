import {spawn, spawnSync} from 'node:child_process';
import {mkdirSync, readdirSync, rmSync} from 'node:fs';
import {cpus, loadavg} from 'node:os';
import path from 'node:path';
import {printTable} from './print-table.js';
import {benchFolder} from './program.js';
import {openTerminal} from './terminal.js';

// What somebody waits for who meets the program for the first time, step by step: from the source as the
// readme says it (npm ci && npm run demo), and from the package (npm install --global). Nothing is in
// npm's cache at first; what it then takes from the registry depends on the way there.

const root = path.resolve('.');
const folder = benchFolder();
const npmCli = process.env.npm_execpath;

// What the npm that started this says of itself would lead another one back here.
const clean = Object.fromEntries(
	Object.entries(process.env).filter(([name]) => !/^(?:npm_|INIT_CWD$|NODE$)/i.test(name)),
);

const env: NodeJS.ProcessEnv = {
	...clean,
	npm_config_cache: path.join(folder, 'npm-cache'),
	npm_config_audit: 'false',
	npm_config_fund: 'false',
	npm_config_update_notifier: 'false',
	COROS_TUI_CONFIG_DIR: path.join(folder, 'config'),
	NODE_DISABLE_COMPILE_CACHE: '1',
};

const run = (program: string, words: readonly string[], cwd: string): string => {
	const {status, stdout, stderr} = spawnSync(program, words, {cwd, env, encoding: 'utf8'});
	if (status !== 0) {
		throw new Error(`${program} ${words.join(' ')} ended with ${status}\n${stdout}${stderr}`);
	}

	return stdout;
};

const npm = (words: readonly string[], cwd: string): string => {
	if (npmCli === undefined) {
		throw new Error('Start this with npm run bench first-path: it has to know which npm.');
	}

	return run(process.execPath, [npmCli, ...words], cwd);
};

/** Milliseconds until a backup of the demo has its first file under its final name. */
const untilFirstFile = async (cli: string, target: string): Promise<number> => {
	const startedAt = performance.now();
	const words = [cli, 'backup', '--demo', '--quiet', '--backup-dir', target];
	const child = spawn(process.execPath, words, {cwd: folder, env, stdio: 'ignore'});
	const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
	let ms = Number.NaN;
	while (Number.isNaN(ms)) {
		await new Promise((resolve) => setTimeout(resolve, 5));
		if (child.exitCode !== null) {
			throw new Error(`the backup ended with ${child.exitCode} before it had a file`);
		}

		const names = readIfThere(target);
		ms = names.some((name) => /^[^.].*\.fit$/.test(name))
			? performance.now() - startedAt
			: Number.NaN;
	}

	child.kill('SIGINT');
	await ended;
	return ms;
};

const readIfThere = (target: string): string[] => {
	try {
		return readdirSync(target);
	} catch {
		return [];
	}
};

/** Milliseconds until the app, started with these words, shows the table of the demo. */
const untilTable = async (words: readonly string[], cwd: string): Promise<number> => {
	const terminal = openTerminal(words, {
		columns: 80,
		rows: 24,
		cwd,
		env: env as Record<string, string>,
	});
	const isTable = () => terminal.lines().filter((line) => /\d{4}-\d\d-\d\d/.test(line)).length > 10;
	const shownAt = await terminal.until(isTable, 'the table');
	terminal.press('q');
	await terminal.exit;
	return shownAt - terminal.startedAt;
};

type Step = {readonly what: string; readonly ms: number};

const time = (what: string, work: () => void): Step => {
	const startedAt = performance.now();
	work();
	return {what, ms: performance.now() - startedAt};
};

const seconds = (ms: number): string => (ms / 1000).toFixed(1);

const print = (title: string, steps: readonly Step[]): void => {
	let sum = 0;
	const rows = steps.map(({what, ms}) => {
		sum += ms;
		return [what, seconds(ms), seconds(sum)];
	});
	console.log(`\n${title}`);
	printTable(['step', 's', 'since the start'], rows);
};

/** A second time, without what only the first one needs, as a row of its own. */
const note = (what: string, ms: number): void => console.log(`${what}: ${seconds(ms)} s`);

try {
	const clone = path.join(folder, 'coros-tui');
	const steps = [
		time('git clone', () => run('git', ['clone', '--quiet', `file://${root}`, clone], folder)),
		time('npm ci', () => npm(['ci'], clone)),
		{what: 'npm run demo, to the table', ms: await untilTable([`${npmCli}`, 'run', 'demo'], clone)},
		{
			what: 'backup --demo, to the first file',
			ms: await untilFirstFile(path.join(clone, 'dist/cli.js'), path.join(folder, 'from-source')),
		},
	];
	const load = loadavg()[0]?.toFixed(1);
	print(`From the source; ${cpus().length} cores, Node ${process.version}, load ${load}`, steps);
	rmSync(path.join(clone, 'node_modules'), {recursive: true});
	note('npm ci again, from its cache', time('', () => npm(['ci'], clone)).ms);

	const [packed] = JSON.parse(npm(['pack', '--json'], clone)) as [{filename: string}];
	const prefix = path.join(folder, 'prefix');
	mkdirSync(prefix);
	const install = ['install', '--global', '--prefix', prefix, `./${packed.filename}`];
	const installed = time('npm install --global, of the packed file', () => npm(install, clone));
	const cli = path.join(
		prefix,
		process.platform === 'win32' ? 'node_modules' : 'lib/node_modules',
		'coros-tui/dist/cli.js',
	);
	print('From the package', [
		installed,
		{what: 'coros-tui demo, to the table', ms: await untilTable([cli, 'demo'], folder)},
		{
			what: 'backup --demo, to the first file',
			ms: await untilFirstFile(cli, path.join(folder, 'from-package')),
		},
	]);
} finally {
	rmSync(folder, {recursive: true, force: true});
}
