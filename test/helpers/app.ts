import path from 'node:path';
import {expect} from 'vitest';
import {archiveFolder} from './backup.js';
import {runProgram} from './run-program.js';
import {ann, testSimulator} from './simulator.js';
import {temporaryFolder} from './temporary-folder.js';
import {openTerminal, type TerminalOptions, type TestTerminal} from './terminal.js';

/** Keys as the bytes a terminal sends. */
export const keys = {
	up: '\u001B[A',
	down: '\u001B[B',
	enter: '\r',
	escape: '\u001B',
	tab: '\t',
	interrupt: '\u0003',
	suspend: '\u001A',
} as const;

/** What leads the program to a simulator, and keeps all it writes in one folder. */
export const programEnv = (baseUrl: string, root: string) => ({
	HOME: root,
	COROS_TUI_BASE_URL: baseUrl,
	COROS_TUI_CONFIG_DIR: path.join(root, 'config'),
	COROS_TUI_BACKUP_DIR: archiveFolder({root}),
	COROS_TUI_RETRY_DELAY: '1',
});

/** The same with the account's name and password at hand. */
export const signedInEnv = (baseUrl: string, root: string) => ({
	...programEnv(baseUrl, root),
	COROS_TUI_EMAIL: ann.email,
	COROS_TUI_PASSWORD: ann.password,
});

/** A simulator and everything the program needs to find it, in a folder of its own. */
export const setUpApp = async (...args: Parameters<typeof testSimulator>) => {
	const simulator = await testSimulator(...args);
	const root = temporaryFolder();
	const env = programEnv(simulator.baseUrl, root);
	return {
		simulator,
		root,
		env,
		/** Signs in by the command line. */
		async signIn() {
			const login = await runProgram(['login', '--email', ann.email, '--password-stdin'], {
				env,
				input: ann.password,
			});
			expect(login.code).toBe(0);
		},
		open: ({env: extra, ...options}: TerminalOptions = {}) =>
			openTerminal([], {env: {...env, ...extra}, ...options}),
	};
};

/** The program has ended and the terminal is as it was. */
export const expectCleanEnd = async (terminal: TestTerminal, code: number): Promise<void> => {
	expect(await terminal.exit).toMatchObject({code});
	const output = terminal.output();
	expect(terminal.isAlternate()).toBe(false);
	expect(output.lastIndexOf('\u001B[?25h')).toBeGreaterThan(output.lastIndexOf('\u001B[?25l'));
	expect(output).not.toContain('\u001B[3J'); // Nobody's scrollback was wiped.
	for (const mode of ['1002', '1006', '2004']) {
		expect(output.lastIndexOf(`\u001B[?${mode}l`)).toBeGreaterThanOrEqual(
			output.lastIndexOf(`\u001B[?${mode}h`),
		);
	}
};
