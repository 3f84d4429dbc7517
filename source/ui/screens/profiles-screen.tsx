import {Box, Text, useCursor} from 'ink';
import {unnamedProfile} from '../../domain/profile-name.js';
import {cellWidth, fitCells, truncate} from '../../text/cells.js';
import {formatCount} from '../../text/measures.js';
import {Frame} from '../components/frame.js';
import {Line} from '../components/line.js';
import {Lines} from '../components/lines.js';
import {Working} from '../components/working.js';
import {fieldWindow} from '../field/field-window.js';
import {pickerHeight} from '../layout.js';
import type {Model} from '../model.js';
import {columnsOf, type PickerColumns, pickerLine, pickerTitles} from '../profiles/columns.js';
import {
	currentProfile,
	type Picker,
	type PickerText,
	type ProfileEntry,
	shownProfiles,
} from '../profiles/picker.js';
import {clampIndex, scrollTo} from '../scroll.js';
import type {Look} from '../theme.js';
import {truncateStart} from '../truncate-start.js';
import {useSymbols} from '../use-symbols.js';
import {useTheme} from '../use-theme.js';
import {wrapCells} from '../wrap-cells.js';

type Props = {readonly model: Model; readonly picker: Picker};

const labels = {find: '/ ', begin: 'Name of the new profile: '} as const;

/** What is typed, with the terminal's own cursor: input methods and readers follow it. */
const Typed = ({text, columns}: {readonly text: PickerText; readonly columns: number}) => {
	const theme = useTheme();
	const {setCursorPosition} = useCursor();
	const label = labels[text.purpose];
	const shown = fieldWindow(text.field, columns - label.length - 20);
	setCursorPosition({x: 1 + label.length + shown.caret, y: 1});
	return (
		<>
			<Text {...theme.key}>{label}</Text>
			{shown.text}
		</>
	);
};

const TitleLine = ({model, picker}: Props) => {
	const theme = useTheme();
	const {entries, text} = picker;
	const count = entries?.length ?? 0;
	const found = shownProfiles(picker).length;
	const counts =
		found === count ? formatCount(count) : `${formatCount(found)} of ${formatCount(count)}`;
	const next = model.exit?.next;
	return (
		<Line
			left={
				text ? (
					<Typed text={text} columns={model.size.columns} />
				) : (
					<Text {...theme.heading}>Profiles</Text>
				)
			}
			right={next === undefined && entries ? counts : <Working />}
		/>
	);
};

const Row = ({
	model,
	picker,
	entry,
	widths,
	isCursor,
}: Props & {
	readonly entry: ProfileEntry;
	readonly widths: PickerColumns;
	readonly isCursor: boolean;
}) => {
	const theme = useTheme();
	const {cursor, separator} = useSymbols();
	const isOwn = entry.name === model.profile;
	const look = {...(isOwn && theme.marked), ...(isCursor && theme.cursor)};
	return (
		<Box height={1} flexShrink={0} aria-role="option" aria-state={{selected: isOwn}}>
			<Text {...look}>{`${isCursor ? cursor : ' '} ${isOwn ? '*' : ' '} `}</Text>
			<Text wrap="truncate" {...look} {...(!entry.account && !isCursor && theme.faint)}>
				{pickerLine(entry, picker.lastBackups.get(entry.name), separator, widths)}
			</Text>
		</Box>
	);
};

const explain = (model: Model, picker: Picker): string => {
	if (model.isDemo) {
		return 'The demo has one made-up account, and no profiles.';
	}

	if (picker.failure) {
		return `${picker.failure.message} ${picker.failure.hint}`.trim();
	}

	if (picker.text?.purpose === 'begin') {
		return 'Session, settings, log and folder of its own.';
	}

	return picker.entries?.every(({name}) => name === unnamedProfile)
		? 'A profile is one more account, with a folder of its own: n'
		: '';
};

/** Where the profile under the cursor is: the columns may be too narrow to say. */
const whereabouts = (picker: Picker, width: number): string => {
	const {name = '', folder = ''} = currentProfile(picker) ?? {};
	const rest = width - cellWidth(name) - 2;
	return rest < 20
		? truncate(name, width)
		: `${truncate(name, width)}  ${truncateStart(folder, rest)}`;
};

const useBelow = ({
	model,
	picker,
}: Props): {readonly lines: readonly string[]; readonly look: Look} => {
	const {failed} = useSymbols();
	const width = model.size.columns - 2;
	const text = explain(model, picker);
	if (text === '') {
		return {lines: [whereabouts(picker, width)], look: 'faint'};
	}

	return picker.failure
		? {lines: wrapCells(`${failed} ${text}`, width), look: 'problem'}
		: {lines: wrapCells(text, width), look: 'plain'};
};

const Empty = ({picker}: {readonly picker: Picker}) => {
	const isSought = picker.entries !== undefined && picker.text?.purpose === 'find';
	return <Text wrap="truncate">{isSought ? '    No profile has all of these words.' : ''}</Text>;
};

/** Every profile, one a line. */
export const ProfilesScreen = ({model, picker}: Props) => {
	const theme = useTheme();
	const {separator} = useSymbols();
	const shown = shownProfiles(picker);
	const below = useBelow({model, picker});
	const height = Math.max(1, pickerHeight(model.size) + 1 - below.lines.length);
	const cursor = clampIndex(picker.cursor, shown.length);
	const top = scrollTo(0, cursor, height, shown.length);
	const widths = columnsOf(picker.entries ?? [], separator, model.size.columns);
	return (
		<Frame model={model}>
			<TitleLine model={model} picker={picker} />
			<Text wrap="truncate" {...theme.heading}>
				{fitCells('', 4) + pickerTitles(widths)}
			</Text>
			<Box flexDirection="column" flexGrow={1} flexShrink={1} overflow="hidden">
				{shown.slice(top, top + height).map((entry, index) => (
					<Row
						key={entry.name}
						model={model}
						picker={picker}
						entry={entry}
						widths={widths}
						isCursor={top + index === cursor}
					/>
				))}
				{shown.length === 0 ? <Empty picker={picker} /> : undefined}
			</Box>
			<Box flexDirection="column" flexShrink={0}>
				<Lines lines={below.lines.map((line) => ` ${line}`)} look={below.look} />
			</Box>
		</Frame>
	);
};
