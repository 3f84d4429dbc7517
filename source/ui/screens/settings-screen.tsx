import {Box, Text} from 'ink';
import {defaultConcurrency} from '../../backup/back-up.js';
import {exportFormats} from '../../domain/export-format.js';
import {countOf} from '../../text/measures.js';
import {Caret} from '../components/caret.js';
import {ChoiceLine} from '../components/choice-line.js';
import {FormStatus} from '../components/form-status.js';
import {Lines} from '../components/lines.js';
import {Panel} from '../components/panel.js';
import {TextField} from '../components/text-field.js';
import {fieldWindow} from '../field/field-window.js';
import type {Model} from '../model.js';
import {fieldWidth, labelWidth, panelHeight, panelWidth} from '../panel.js';
import {
	currentSetting,
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
	concurrency: 'So many files are fetched at once.',
	units: 'Kilometres and metres, or miles and feet.',
	theme: 'auto asks the terminal how bright it is. NO_COLOR and --no-color come first.',
	symbols: 'ascii for fonts that lack the others, or show them too wide.',
	mouse: 'The wheel scrolls and a click moves the cursor. Off leaves the mouse to the terminal.',
	account: 'Signing out forgets the session on this machine; files stay.',
} as const satisfies Record<SettingName, string>;

const explain = ({given}: Model, name: SettingName): string => {
	if (name === 'folder' && given.folder) {
		return 'This run uses the folder it was started with; the next uses this one.';
	}

	return name === 'concurrency' && given.concurrency
		? 'This run uses the number it was started with; the next uses this one.'
		: meanings[name];
};

const shownValue = ({settings, account, folder}: Model, name: SettingName, separator: string) => {
	switch (name) {
		case 'folder':
			return truncateStart(settings.folder ?? folder, fieldWidth - 1);
		case 'concurrency':
			return countOf(settings.concurrency ?? defaultConcurrency, 'file');
		case 'mouse':
			return settings.mouse ? 'on' : 'off';
		case 'account':
			return account
				? `${account.email ?? 'signed in by token'} ${separator} ${account.region.toUpperCase()}`
				: 'nobody is signed in';
		case 'formats':
			return '';
		default:
			return settings[name];
	}
};

const Formats = ({model, place}: {readonly model: Model; readonly place: number | undefined}) => {
	const theme = useTheme();
	const {marked, unmarked} = useSymbols();
	return exportFormats.map((format, index) => (
		<Text key={format} {...(index === place && theme.cursor)}>
			{`${model.formats.includes(format) ? marked : unmarked}${format.toUpperCase()} `}
		</Text>
	));
};

// The title stands above.
const firstLine = 1;

const Folder = ({model, form}: {readonly model: Model; readonly form: SettingsForm}) => {
	const shown = form.folder && fieldWindow(form.folder, fieldWidth);
	return shown ? (
		<>
			<TextField label={labels.folder} shown={shown} isFocused />
			{model.overlay ? undefined : (
				<Caret model={model} line={firstLine} column={labelWidth + shown.caret} />
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
	return (
		<Panel model={model} title="Settings">
			{settingNames.map((name) =>
				name === 'folder' && form.folder ? (
					<Folder key={name} model={model} form={form} />
				) : (
					<ChoiceLine
						key={name}
						label={labels[name]}
						value={shownValue(model, name, separator)}
						isFocused={name === current}
						isTurning={!['folder', 'formats', 'account'].includes(name)}
					>
						{name === 'formats' ? (
							<Formats model={model} place={name === current ? form.format : undefined} />
						) : undefined}
					</ChoiceLine>
				),
			)}
			<Box marginTop={1} flexDirection="column">
				{form.failure ? (
					<FormStatus
						working={undefined}
						failure={form.failure}
						height={panelHeight - settingNames.length - 2}
					/>
				) : (
					<Lines lines={wrapCells(meaning, panelWidth).slice(0, 2)} look="faint" />
				)}
			</Box>
		</Panel>
	);
};
