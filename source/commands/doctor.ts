import {diagnosisExit, type Finding} from '../domain/finding.js';
import {toPrintable} from '../domain/printable.js';
import type {Services} from '../services/services.js';
import {countOf} from '../text/measures.js';
import {toFacts} from './doctor-facts.js';
import type {Flags} from './flags.js';
import type {Io} from './io.js';
import {printJson} from './print-json.js';

/** A doctor's patience: what takes longer is not well. */
const defaultTimeoutMs = 5000;

const marks = {ok: 'ok', note: '--', warning: '!!', problem: 'XX'} as const satisfies Record<
	Finding['level'],
	string
>;

const toLines = ({area, level, what, next}: Finding): string => {
	const line = `${marks[level]}  ${area.padEnd(9)} ${toPrintable(what)}`;
	return next === undefined ? `${line}\n` : `${line}\n${' '.repeat(14)}${toPrintable(next)}\n`;
};

/**
 * `doctor`: looks at everything a backup needs and says what to do. The report holds no e-mail, user
 * id, token or home folder: it can be pasted into an issue.
 */
export const runDoctor = async (
	services: Services,
	flags: Flags,
	io: Io,
	signal: AbortSignal,
): Promise<number> => {
	const {platform, arch, version: node, stdout, env: environment} = process;
	const {columns, rows} = stdout;
	const facts = toFacts({platform, architecture: arch, node, columns, rows, environment});
	const timeoutMs = flags.timeoutMs ?? defaultTimeoutMs;
	const findings: Finding[] = [];
	for await (const finding of services.diagnose({platform, timeoutMs, facts}, signal)) {
		findings.push(finding);
		if (flags.json) {
			printJson(io, {type: 'finding', ...finding});
		} else if (!flags.quiet || finding.level === 'problem') {
			io.out(toLines(finding));
		}
	}

	const exitCode = diagnosisExit(findings);
	const count = (level: Finding['level']) => findings.filter((one) => one.level === level).length;
	const problems = count('problem');
	const warnings = count('warning');
	if (flags.json) {
		printJson(io, {type: 'diagnosed', problems, warnings, exitCode});
	} else if (!flags.quiet) {
		const end =
			problems + warnings === 0
				? 'All well.'
				: `${countOf(problems, 'problem')}, ${countOf(warnings, 'warning')}.`;
		io.out(`${end}\n`);
	}

	return exitCode;
};
