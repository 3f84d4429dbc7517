import {isExportFormat} from '../../domain/export-format.js';
import type {KnownError} from '../../domain/known-error.js';
import {isDay} from '../../domain/local-time.js';
import {usage, WrongWord} from '../usage.js';

// What it would be right with.
const withFlag = (word: string): string | undefined => {
	if (/^\d{6,}$/.test(word)) {
		return `coros-tui export ${word}`;
	}

	if (isDay(word)) {
		return `--from ${word}`;
	}

	if (isExportFormat(word)) {
		return `--format ${word}`;
	}

	return /[/\\]|^[.~]/.test(word) ? `--backup-dir ${word}` : undefined;
};

/** What is wrong with a word that stands where none does. */
export const wordTooMuch = (word: string, command: string): KnownError => {
	const what = `${command} can do nothing with “${word}”`;
	const meant = withFlag(word);
	return meant === undefined ? usage(what) : new WrongWord(what, word, new Map([[word, meant]]));
};
