import {spawn, spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {inject, onTestFinished} from 'vitest';
import {readProject} from '../helpers/consumer.js';
import {checkJsonLines} from '../helpers/json-lines.js';
import {bareEnvironment} from '../helpers/platform.js';
import {ann, testSimulator} from '../helpers/simulator.js';
import {removeFolder, temporaryFolder} from '../helpers/temporary-folder.js';
import {witness} from '../helpers/witness.js';

/** Whether another program is there; says aloud what is not tried without it. */
export const hasProgram = (program: string, flag = '--version'): boolean => {
	const found = spawnSync(program, [flag]).error === undefined;
	if (!found) {
		process.stderr.write(`SKIPPED, no ${program} on the PATH: a recipe of docs/recipes.md\n`);
	}

	return found;
};

export const example = (name: string): string => readProject(`examples/${name}`);

/** A folder for what is secret: the witness looks into all others. */
const secretFolder = (): string => {
	const folder = mkdtempSync(path.join(tmpdir(), 'coros-secret-'));
	onTestFinished(() => removeFolder(folder));
	return folder;
};

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

// The arguments each has to be called with: a recipe that asks otherwise gets nothing.
const managers = {
	pass: 'show coros',
	op: 'read op://Private/COROS/password',
	bw: 'get password coros',
	'secret-tool': 'lookup service coros',
	security: 'find-generic-password -s coros-tui -w',
} as const;

/**
 * A machine as the recipes know it: a home, `coros-tui` on the PATH, password managers that know one
 * password and answer one question, and a COROS that is simulated.
 */
export const createWorld = async (...args: Parameters<typeof testSimulator>) => {
	const simulator = await testSimulator(...args);
	const home = temporaryFolder();
	const secrets = secretFolder();
	const bin = path.join(home, '.bin');
	mkdirSync(bin);
	const addProgram = (name: string, code: string) => {
		const file = path.join(bin, name);
		writeFileSync(file, `#!/bin/sh\n${code}\n`);
		chmodSync(file, 0o755);
	};
	addProgram(
		'coros-tui',
		`exec ${quote(process.execPath)} ${quote(path.join(inject('dist'), 'cli.js'))} "$@"`,
	);
	addProgram('watchdog.sh', 'cat > "$HOME/watchdog.json"');
	const encoded = Buffer.from(`${ann.password}\n`).toString('base64');
	for (const [name, words] of Object.entries(managers)) {
		addProgram(
			name,
			`[ "$*" = ${quote(words)} ] || { echo "unexpected: $*" >&2; exit 64; }\necho ${encoded} | base64 -d`,
		);
	}

	const bare = bareEnvironment();
	const env: Record<string, string> = {
		...bare,
		PATH: `${bin}:${bare.PATH}`,
		HOME: home,
		COROS_TUI_BASE_URL: simulator.baseUrl,
		COROS_TUI_RETRY_DELAY: '1',
		COROS_TUI_CONFIG_DIR: path.join(home, 'config'),
	};
	const run = (
		command: string,
		words: readonly string[],
		extra: NodeJS.ProcessEnv = {},
	): Promise<{code: number | null; stdout: string; stderr: string}> =>
		new Promise((resolve) => {
			const child = spawn(command, words, {
				cwd: home,
				env: {...env, ...extra},
				stdio: ['ignore', 'pipe', 'pipe'],
			});
			const result = {stdout: '', stderr: ''};
			for (const name of ['stdout', 'stderr'] as const) {
				child[name].setEncoding('utf8').on('data', (text: string) => {
					result[name] += text;
				});
			}

			child.on('error', (error) => resolve({code: 127, ...result, stderr: String(error)}));
			child.on('close', (code) => {
				witness('output of a recipe', result.stdout + result.stderr);
				if (command === 'coros-tui') {
					checkJsonLines(words, {}, result.stdout);
				}

				resolve({code, ...result});
			});
		});
	return {
		simulator,
		home,
		secrets,
		bin,
		path: env.PATH!,
		env,
		addProgram,
		run,
		shell: (line: string, extra?: NodeJS.ProcessEnv) => run('/bin/sh', ['-c', line], extra),
		/** The folder of a program installed with `npm install --global`, and of the Node beside it. */
		install(): string {
			const folder = path.join(home, '.installed');
			mkdirSync(folder);
			symlinkSync(path.join(inject('dist'), 'cli.js'), path.join(folder, 'coros-tui'));
			symlinkSync(process.execPath, path.join(folder, 'node'));
			return folder;
		},
		/** Signs in as a person does once, by hand. */
		signIn: (...words: string[]) =>
			run('coros-tui', [
				'login',
				'--email',
				ann.email,
				'--password-command',
				'pass show coros',
				...words,
			]),
		/** Puts the password into a file, as a secret of systemd or of a container is. */
		writeSecret(name: string): string {
			const file = path.join(secrets, name);
			writeFileSync(file, `${ann.password}\n`, {mode: 0o600});
			return file;
		},
	};
};

/** The FIT files of a folder and those below it. */
export const fitFiles = (folder: string): string[] =>
	readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.fit'));
