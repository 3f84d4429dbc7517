import path from 'node:path';
import type {BackupSummary} from '../backup/event.js';
import type {resultVariables} from './command-line/variable.js';
import type {Flags} from './flags.js';
import type {Io} from './io.js';
import {toJsonLine} from './print-json.js';

/** A run that has ended, however it did. */
export type EndedRun = {
	readonly summary: BackupSummary;
	readonly exitCode: number;
	/** Undefined where the run did not come to know it. */
	readonly folder?: string | undefined;
};

type ResultVariables = {readonly [Name in (typeof resultVariables)[number]]: string};

/** A message that cannot be sent in this time keeps no backup waiting, in milliseconds. */
const patienceMs = 30_000;

const toStatus = ({cancelled, error, failed}: BackupSummary): string => {
	if (cancelled) {
		return 'stopped';
	}

	return error ? 'error' : failed > 0 ? 'incomplete' : 'ok';
};

// Words and numbers of this program's own, and the folder. Other people's text, such as an error's
// message, is in the JSON alone: cmd.exe would take it for commands.
const toVariables = ({summary, exitCode, folder}: EndedRun): ResultVariables => ({
	STATUS: toStatus(summary),
	EXIT_CODE: String(exitCode),
	ERROR: summary.error?.code ?? '',
	FOUND: String(summary.found),
	SAVED: String(summary.saved),
	UP_TO_DATE: String(summary.upToDate),
	UNAVAILABLE: String(summary.unavailable),
	FAILED: String(summary.failed),
	BYTES: String(summary.bytes),
	DURATION_MS: String(summary.durationMs),
	FOLDER: folder ?? '',
});

/**
 * Tells the command of `--notify-command` how a backup ended: the summary as JSON to its standard
 * input, the numbers in its environment too, no password and no token. What becomes of it changes
 * nothing of the run but a line among the problems.
 */
export const notify = async (flags: Flags, io: Io, run: EndedRun): Promise<void> => {
	const ended = {...run, folder: run.folder === undefined ? undefined : path.resolve(run.folder)};
	const {command, notifyCommand, dryRun, timeoutMs = patienceMs} = flags;
	if (command !== 'backup' || notifyCommand === undefined || dryRun) {
		return;
	}

	const {runShellCommand} = await import('./shell-command.js');
	const {summary, exitCode, folder} = ended;
	const {code, isLate} = await runShellCommand({
		command: notifyCommand,
		mode: 'tell',
		input: toJsonLine({
			...summary,
			type: 'finished',
			status: toStatus(summary),
			exitCode,
			folder: folder ?? null,
		}),
		variables: Object.fromEntries(
			Object.entries(toVariables(ended)).map(([name, value]) => [`COROS_TUI_${name}`, value]),
		),
		timeoutMs,
	});
	if (code !== 0) {
		const how = isLate
			? `took longer than ${Math.ceil(timeoutMs / 1000)} s and was ended`
			: `ended with exit code ${code ?? 'none'}`;
		io.error(
			`Warning: the notify command ${how}; the backup itself is not affected. Run that command by itself to see why.\n`,
		);
	}
};
