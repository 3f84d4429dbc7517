import {Box, Text} from 'ink';
import {defaultConcurrency} from '../../backup/back-up-options.js';
import {namePresets} from '../../domain/name-template.js';
import {countOf} from '../../text/measures.js';
import {Caret} from '../components/caret.js';
import {ChoiceLine} from '../components/choice-line.js';
import {FormStatus} from '../components/form-status.js';
import {Lines} from '../components/lines.js';
import {Panel} from '../components/panel.js';
import {TextField} from '../components/text-field.js';
import {fieldWindow} from '../field/field-window.js';
import {isCovered} from '../keys/active-layer.js';
import type {Model} from '../model.js';
import {fieldWidth, labelWidth, linesBelow, panelWidth} from '../panel.js';
import {listOf} from '../settings/change-setting.js';
import {
	currentSetting,
	isListSetting,
	type ListSetting,
	type SettingName,
	type SettingsForm,
	settingNames,
} from '../settings/settings-form.js';
import {truncateStart} from '../truncate-start.js';
import {useSymbols} from '../use-symbols.js';
import {useTheme} from '../use-theme.js';
import {wrapCells} from '../wrap-cells.js';

const labels = {
	folder: 'Folder',
	formats: 'Formats',
	extras: 'And also',
	names: 'Names',
	concurrency: 'At once',
	units: 'Units',
	theme: 'Theme',
	symbols: 'Symbols',
	mouse: 'Mouse',
	account: 'Account',
} as const satisfies Record<SettingName, string>;

const meanings = {
	folder: 'Where files are saved; empty for the usual place.',
	formats: 'What a backup fetches, until you choose otherwise.',
	extras:
		'Laps, notes and feelings, daily metrics; formats that COROS lacks, made here from the FIT.',
	names:
		'Of new files: {date}, {year}, {sport}, {name}, {id} … coros-tui relayout renames the others.',
	concurrency: 'How many files are fetched at once, 1 to 32.',
	units: 'Kilometres and metres, or miles and feet.',
	theme: 'auto asks the terminal how bright it is. NO_COLOR and --no-color come first.',
	symbols: 'ascii for fonts that lack the others, or show them too wide.',
	mouse: 'The wheel scrolls and a click moves the cursor. Off leaves the mouse to the terminal.',
	account: 'Signing out forgets the session on this machine; files stay. P: other accounts.',
} as const satisfies Record<SettingName, string>;

const explain = ({given}: Model, name: SettingName): string => {
	if (name === 'folder' && given.folder) {
		return 'This run uses the folder it was started with; the next uses this one.';
	}

	return name === 'concurrency' && given.concurrency
		? 'This run uses the number it was started with; the next uses this one.'
		: meanings[name];
};

const shownNames = (template: string | undefined): string => {
	const preset = Object.entries(namePresets).find(([, text]) => text === template)?.[0];
	return preset ?? template ?? 'as the folder has them';
};

const shownValue = ({settings, account, folder}: Model, name: SettingName, separator: string) => {
	switch (name) {
		case 'folder':
			return truncateStart(settings.folder ?? folder, fieldWidth - 1);
		case 'names':
			return truncateStart(shownNames(settings.nameTemplate), fieldWidth - 4);
		case 'concurrency':
			return countOf(settings.concurrency ?? defaultConcurrency, 'file');
		case 'mouse':
			return settings.mouse ? 'on' : 'off';
		case 'account':
			return account
				? `${account.email ?? 'signed in by token'} ${separator} ${account.region.toUpperCase()}`
				: 'nobody is signed in';
		case 'formats':
		case 'extras':
			return '';
		default:
			return settings[name];
	}
};

const words = {
	fit: 'FIT',
	tcx: 'TCX',
	gpx: 'GPX',
	kml: 'KML',
	csv: 'CSV',
	details: 'details',
	wellness: 'wellness',
	convert: 'missing formats',
} as const satisfies Record<(typeof listOf)[ListSetting][number], string>;

const List = ({
	model,
	name,
	place,
}: {
	readonly model: Model;
	readonly name: ListSetting;
	readonly place: number | undefined;
}) => {
	const theme = useTheme();
	const {marked, unmarked} = useSymbols();
	const taken: readonly string[] =
		name === 'formats' ? model.formats : (model.settings.extras ?? []);
	return listOf[name].map((value, index) => (
		<Text key={value} {...(index === place && theme.cursor)}>
			{`${taken.includes(value) ? marked : unmarked}${words[value]} `}
		</Text>
	));
};

/** A setting while it is typed. */
const Typed = ({
	model,
	form,
	name,
}: {
	readonly model: Model;
	readonly form: SettingsForm;
	readonly name: SettingName;
}) => {
	const shown = form.text && fieldWindow(form.text, fieldWidth);
	// The title stands above.
	const line = 1 + form.cursor;
	return shown ? (
		<>
			<TextField label={labels[name]} shown={shown} isFocused />
			{isCovered(model) ? undefined : (
				<Caret model={model} line={line} column={labelWidth + shown.caret} />
			)}
		</>
	) : undefined;
};

/** Everything that is chosen once. */
export const SettingsScreen = ({
	model,
	form,
}: {
	readonly model: Model;
	readonly form: SettingsForm;
}) => {
	const {separator} = useSymbols();
	const current = currentSetting(form);
	const meaning = explain(model, current);
	const below = linesBelow(model.size, 1 + settingNames.length);
	return (
		<Panel model={model} title="Settings">
			{settingNames.map((name) =>
				name === current && form.text ? (
					<Typed key={name} model={model} form={form} name={name} />
				) : (
					<ChoiceLine
						key={name}
						label={labels[name]}
						value={shownValue(model, name, separator)}
						isFocused={name === current}
						isTurning={!['folder', 'formats', 'extras', 'account'].includes(name)}
					>
						{isListSetting(name) ? (
							<List model={model} name={name} place={name === current ? form.place : undefined} />
						) : undefined}
					</ChoiceLine>
				),
			)}
			<Box marginTop={below.gap} flexDirection="column">
				{form.failure ? (
					<FormStatus working={undefined} failure={form.failure} height={below.lines} />
				) : (
					<Lines
						lines={wrapCells(meaning, panelWidth).slice(0, Math.min(2, below.lines))}
						look="faint"
					/>
				)}
			</Box>
		</Panel>
	);
};
