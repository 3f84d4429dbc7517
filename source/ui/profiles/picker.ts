import {foldCase} from '../../domain/fold.js';
import type {ErrorReport} from '../../domain/known-error.js';
import {toNameKey} from '../../domain/portable-name.js';
import type {LastBackup} from '../../services/services.js';
import {type Field, fieldText} from '../field/field.js';
import type {KeyPress, Paste} from '../keys/key-press.js';
import {rememberLast} from '../remember.js';
import {clampIndex} from '../scroll.js';
import type {Account} from '../sign-in/account.js';

/** A profile as the picker shows it. */
export type ProfileEntry = {
	/** `default` for the one without a name. */
	readonly name: string;
	readonly account: Account | undefined;
	/** Where it is backed up, chosen or usual. */
	readonly folder: string;
};

/** What is typed in the picker: words to look for, or the name of a profile to begin. */
export type PickerText = {readonly purpose: 'find' | 'begin'; readonly field: Field};

/** The list of profiles while it is open. */
export type Picker = {
	/** Undefined until it has been read. */
	readonly entries: readonly ProfileEntry[] | undefined;
	/** What was typed before that: nobody has to wait with it. */
	readonly early: ReadonlyArray<KeyPress | Paste>;
	/** By name; what is not there has not been read yet. */
	readonly lastBackups: ReadonlyMap<string, LastBackup>;
	/** Index into the shown entries. */
	readonly cursor: number;
	readonly text: PickerText | undefined;
	/** Why the list could not be read, or a name cannot be one. */
	readonly failure: ErrorReport | undefined;
};

export const emptyPicker: Picker = {
	entries: undefined,
	early: [],
	lastBackups: new Map(),
	cursor: 0,
	text: undefined,
	failure: undefined,
};

/** How an account is called among others: without an e-mail, where a token was pasted, by its number. */
export const accountName = ({account}: ProfileEntry): string | undefined =>
	account && (account.email ?? account.userId);

const searched = (entry: ProfileEntry): string =>
	foldCase(`${entry.name} ${accountName(entry) ?? ''} ${entry.folder}`, false);

const find = rememberLast((entries: readonly ProfileEntry[], text: string) => {
	const words = foldCase(text, false).split(/\s+/).filter(Boolean);
	return words.length === 0
		? entries
		: entries.filter((entry) => words.every((word) => searched(entry).includes(word)));
});

/** The profiles that have every word that is looked for. */
export const shownProfiles = ({entries = [], text}: Picker): readonly ProfileEntry[] =>
	find(entries, text?.purpose === 'find' ? fieldText(text.field) : '');

/** The profile under the cursor. */
export const currentProfile = (picker: Picker): ProfileEntry | undefined => {
	const shown = shownProfiles(picker);
	return shown[clampIndex(picker.cursor, shown.length)];
};

/** The name that is typed for a new profile; undefined while none is. */
export const typedName = ({text}: Picker): string | undefined =>
	text?.purpose === 'begin' ? toNameKey(fieldText(text.field).trim()) : undefined;

/** Whether the name that is typed is one that is there already. */
export const isKnownName = (picker: Picker): boolean => {
	const typed = typedName(picker);
	return picker.entries?.some(({name}) => name === typed) ?? false;
};
