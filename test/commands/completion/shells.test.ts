import {spawnSync} from 'node:child_process';
import {mkdirSync, readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {runProgram} from '../../helpers/run-program.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';
import {openTerminal} from '../../helpers/terminal.js';

const describeWith = (shell: string, suite: () => void): void => {
	const isMissing =
		process.platform === 'win32' || spawnSync(shell, ['-c', 'true']).error !== undefined;
	if (isMissing) {
		process.stderr.write(`SKIPPED, no ${shell} here: test/commands/completion\n`);
	}

	describe.skipIf(isMissing)(shell, suite);
};

const setUp = async (shell: string) => {
	const root = temporaryFolder();
	const script = path.join(root, `completion.${shell}`);
	const {code, stdout, stderr} = await runProgram(['completion', shell], {env: {HOME: root}});
	expect({code, stderr}).toEqual({code: 0, stderr: ''});
	writeFileSync(script, stdout);
	// Asking for a script leaves no settings behind.
	expect(readdirSync(root)).toEqual([path.basename(script)]);
	mkdirSync(path.join(root, 'my runs'));
	return {root, script};
};

/** What is typed before the key, and what stands there after it. */
const cases = [
	['coros-tui whoa', 'coros-tui whoami'],
	['coros-tui backup --dr', 'coros-tui backup --dry-run'],
	['coros-tui --backup-dir list --format tcx verif', 'tcx verify'], // No command: a folder's name.
	['coros-tui list --region c', 'coros-tui list --region cn'],
	['coros-tui backup --format fit,tc', 'coros-tui backup --format fit,tcx'],
	['coros-tui backup --format=gp', 'coros-tui backup --format=gpx'],
	['coros-tui list --sport trai', 'coros-tui list --sport trail-run'],
	['coros-tui --backup-dir my', 'coros-tui --backup-dir my\\ runs'],
	['coros-tui completion z', 'coros-tui completion zsh'],
	['coros-backup --fu', 'coros-backup --full'],
] as const;

const completeAll = async (shell: string, command: readonly string[], before: string) => {
	const {root, script} = await setUp(shell);
	const env = {HOME: root, PS1: '> ', PROMPT: '> ', COLUMNS: '160'};
	const terminal = openTerminal([], {command, cwd: root, env, columns: 160});
	terminal.press(`${before}source '${script}'; echo rea""dy\r`);
	await terminal.until(/^ready$/m);
	for (const [typed, expected] of cases) {
		terminal.press(`${typed}\t`);
		await terminal.until(expected);
		terminal.press('!'); // Nothing but what ends a word may have followed.
		await terminal.until((screen) => /^[ ,/]?!/m.test(screen.split(expected)[1] ?? ''));
		terminal.press('\u0015');
		await terminal.until((screen) => !screen.includes(expected));
	}

	terminal.press('coros-tui export --fu\t\t?');
	await terminal.until('coros-tui export --fu?'); // Another command's flag.
	terminal.kill('SIGKILL');
};

describeWith('bash', () => {
	test('completes commands, flags, values, lists and folders', async () => {
		await completeAll('bash', ['bash', '--norc', '--noprofile', '-i'], '');
	});

	test('does so without what bash 3.2 of macOS lacks', async () => {
		const command = ['bash', '--norc', '--noprofile', '-i'];
		await completeAll('bash', command, 'compopt() { return 1; }; ');
	});
});

describeWith('zsh', () => {
	test('completes commands, flags, values, lists and folders', async () => {
		await completeAll('zsh', ['zsh', '-f', '-i'], 'autoload -Uz compinit; compinit -D -u; ');
	});
});

describeWith('fish', () => {
	test('completes commands, flags, values, lists and folders', async () => {
		const {root, script} = await setUp('fish');
		const complete = (line: string): string[] => {
			const {stdout, stderr} = spawnSync(
				'fish',
				['--no-config', '-c', `source '${script}'; complete -C '${line}'`],
				{cwd: root, encoding: 'utf8', env: {PATH: process.env.PATH, HOME: root}},
			);
			expect(stderr).toBe('');
			return stdout
				.split('\n')
				.filter(Boolean)
				.map((one) => one.split('\t')[0] ?? '');
		};
		for (const [typed, expected] of cases) {
			const last = expected.split(' ').at(-1)!;
			expect(complete(typed), typed).toContain(last === 'runs' ? 'my runs/' : last);
		}

		expect(complete('coros-tui export --fu')).toEqual([]);
		expect(complete('coros-tui ')).toEqual(expect.arrayContaining(['backup', 'completion']));
	});
});
