import {type ErrorReport, exitCodeOf, toErrorReport} from './known-error.js';

/** What a look at the program's surroundings is about. */
export type FindingArea =
	| 'program'
	| 'settings'
	| 'session'
	| 'network'
	| 'clock'
	| 'folder'
	| 'lock'
	| 'archive';

/** One thing found by `doctor`. Plain JSON without secrets. */
export type Finding = {
	readonly area: FindingArea;
	/** `note` tells a fact, `warning` what may matter one day, `problem` what keeps a backup from working. */
	readonly level: 'ok' | 'note' | 'warning' | 'problem';
	readonly what: string;
	/** What to do; for a warning and a problem. */
	readonly next?: string;
	/** For a problem. */
	readonly code?: ErrorReport['code'];
};

/** A failure as a finding. */
export const toFinding = (
	area: FindingArea,
	error: unknown,
	level: 'warning' | 'problem' = 'problem',
): Finding => {
	const {code, message, hint} = toErrorReport(error);
	return {area, level, what: message, next: hint, ...(level === 'problem' && {code})};
};

// A disk that does not work comes first: without it nothing else matters.
const worstFirst = [1, 2, 5, 4, 6, 7, 3];

/** 0 where there is no problem, else the exit code of the worst one. */
export const diagnosisExit = (findings: readonly Finding[]): number => {
	const codes = new Set(
		findings
			.filter(({level}) => level === 'problem')
			.map(({code}) => exitCodeOf(code ?? 'unexpected')),
	);
	return worstFirst.find((code) => codes.has(code)) ?? 0;
};
