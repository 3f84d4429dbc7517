import {closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync} from 'node:fs';
import path from 'node:path';
import {toPrintable} from '../domain/printable.js';
import type {Redact} from '../domain/redact.js';

/** A log that stays small: three files of a megabyte at most. */
export type LogFile = {
	readonly path: string;
	/** Adds a line, or several; secrets are taken out. */
	write(text: string): void;
	close(): void;
};

const logName = 'coros-tui.log';
const mostBytes = 1024 * 1024;
const olderFiles = 2;

const rotate = (file: string): void => {
	rmSync(`${file}.${olderFiles}`, {force: true});
	for (let age = olderFiles; age >= 1; age -= 1) {
		try {
			renameSync(age === 1 ? file : `${file}.${age - 1}`, `${file}.${age}`);
		} catch {} // Not there, or another run was quicker.
	}
};

/**
 * Opens the log of a folder, which nobody else may read. Every line is on the disk when `write`
 * returns, so that a crash is in it. A log that cannot be written costs nothing else.
 */
export const openLogFile = (folder: string, redact: Redact, limit: number = mostBytes): LogFile => {
	const file = path.join(folder, logName);
	let handle: number | undefined;
	let size = 0;
	let isClosed = false;

	const open = () => {
		handle = openSync(file, 'a', 0o600);
		({size} = fstatSync(handle));
	};

	const close = () => {
		if (handle !== undefined) {
			closeSync(handle);
			handle = undefined;
		}
	};

	const turn = () => {
		close();
		rotate(file);
		open();
	};

	mkdirSync(folder, {recursive: true, mode: 0o700});
	open();
	return {
		path: file,
		close() {
			isClosed = true;
			close();
		},
		write(text) {
			// What ends late has nowhere to say so: a full log would be begun anew for it.
			if (isClosed) {
				return;
			}

			const stamp = new Date().toISOString();
			const lines = redact(text).split('\n').map(toPrintable);
			const bytes = Buffer.from(lines.map((line) => `${stamp} ${line}\n`).join(''));
			try {
				if (size > 0 && size + bytes.byteLength > limit) {
					turn();
				}

				if (handle !== undefined) {
					writeSync(handle, bytes);
					size += bytes.byteLength;
				}
			} catch {
				close();
			}
		},
	};
};
