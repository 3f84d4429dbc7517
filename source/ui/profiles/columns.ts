import type {LastBackup} from '../../services/services.js';
import {cellWidth, fitCells} from '../../text/cells.js';
import {truncateStart} from '../truncate-start.js';
import {accountName, type ProfileEntry} from './picker.js';

/** How wide the columns of the picker are, in cells; no folder where there is no room for one. */
export type PickerColumns = {
	readonly name: number;
	readonly account: number;
	readonly lastBackup: number;
	readonly folder: number;
};

/** Cells before the columns: the cursor, and the sign of the profile in use. */
export const pickerGutter = 4;

const gap = '  ';

const titles = {name: 'PROFILE', account: 'ACCOUNT', lastBackup: 'LAST SAVED', folder: 'FOLDER'};

const nobody = 'nobody signed in';

const accountText = (entry: ProfileEntry, separator: string): string =>
	entry.account
		? `${accountName(entry)} ${separator} ${entry.account.region.toUpperCase()}`
		: nobody;

const lastBackupText = (last: LastBackup | undefined): string => {
	switch (last?.kind) {
		case 'at':
			return last.day;
		case 'never':
			return 'never';
		case 'no-folder':
			return 'no folder';
		case 'unknown':
			return '?';
		case undefined:
			return '';
	}
};

const smallestFolder = 10;

const widest = (texts: readonly string[]): number => Math.max(...texts.map(cellWidth));

/** As wide as what is in them, as far as a window allows. */
export const columnsOf = (
	entries: readonly ProfileEntry[],
	separator: string,
	columns: number,
): PickerColumns => {
	const room = columns - 1 - pickerGutter;
	const lastBackup = titles.lastBackup.length;
	const left = room - lastBackup - 2 * gap.length;
	const name = Math.min(
		widest([titles.name, ...entries.map((entry) => entry.name)]),
		Math.floor(left * 0.4),
	);
	const account = Math.min(
		widest([nobody, ...entries.map((entry) => accountText(entry, separator))]),
		left - name,
		Math.max(nobody.length, Math.floor(left * 0.5)),
	);
	const folder = left - name - account - gap.length;
	return {name, account, lastBackup, folder: folder < smallestFolder ? 0 : folder};
};

const join = (cells: readonly string[]): string => cells.join(gap).trimEnd();

export const pickerTitles = ({name, account, lastBackup, folder}: PickerColumns): string =>
	join([
		fitCells(titles.name, name),
		fitCells(titles.account, account),
		fitCells(titles.lastBackup, lastBackup),
		...(folder > 0 ? [titles.folder] : []),
	]);

/** A profile as a line of the picker. */
export const pickerLine = (
	entry: ProfileEntry,
	last: LastBackup | undefined,
	separator: string,
	widths: PickerColumns,
): string =>
	join([
		fitCells(entry.name, widths.name),
		fitCells(accountText(entry, separator), widths.account),
		fitCells(lastBackupText(last), widths.lastBackup),
		...(widths.folder > 0 ? [truncateStart(entry.folder, widths.folder)] : []),
	]);
