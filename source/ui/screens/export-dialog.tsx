import {Box, Text} from 'ink';
import {exportFormats, formatPurpose} from '../../domain/export-format.js';
import {toBackupWishes} from '../../domain/settings.js';
import {truncate} from '../../text/cells.js';
import {countOf, formatCount} from '../../text/measures.js';
import {shownName} from '../../text/shown-name.js';
import {Dialog} from '../components/dialog.js';
import {Lines} from '../components/lines.js';
import type {ExportChoice} from '../export/export-choice.js';
import {type Tally, tallyChoice} from '../export/tally.js';
import {dialogTextWidth} from '../layout.js';
import {allActivities} from '../list/all-activities.js';
import type {Model} from '../model.js';
import {truncateStart} from '../truncate-start.js';
import {useSymbols} from '../use-symbols.js';
import {useTheme} from '../use-theme.js';
import {wrapCells} from '../wrap-cells.js';

const describe = (model: Model, {target, hidden}: ExportChoice): string => {
	if (target === 'everything') {
		const count = model.list.activities.length;
		return count > 0
			? `All ${countOf(count, 'activity', 'activities')}, and any newer ones`
			: 'All that COROS lists';
	}

	const only =
		target.length === 1 ? allActivities(model).find(({id}) => id === target[0]) : undefined;
	if (only) {
		return `${only.day}  ${shownName(only)}`;
	}

	const unseen = hidden > 0 ? `, ${formatCount(hidden)} hidden by the filter` : '';
	return `${countOf(target.length, 'activity', 'activities')}${unseen}`;
};

const foretellExtras = ({settings}: Model, {target}: ExportChoice): string => {
	const {details, wellness, convert} = toBackupWishes(settings);
	const also = [
		details && 'details',
		wellness && target === 'everything' && 'wellness',
		convert && 'missing formats made here',
	].filter(Boolean);
	return also.length > 0 ? ` And also: ${also.join(', ')}.` : '';
};

const foretell = (model: Model, choice: ExportChoice, tally: Tally | undefined): string => {
	if (choice.formats.size === 0) {
		return 'Choose at least one format.';
	}

	if (!tally) {
		return 'Looking into the folder.';
	}

	const {toFetch, saved, unavailable} = tally;
	const parts = [
		toFetch > 0 ? `${countOf(toFetch, 'file')} to fetch` : 'Nothing to fetch',
		...(saved > 0 ? [`${formatCount(saved)} there already`] : []),
		...(unavailable > 0 ? [`${formatCount(unavailable)} that COROS does not have`] : []),
	];
	return `${parts.join(', ')}.${foretellExtras(model, choice)}`;
};

const Formats = ({choice}: {readonly choice: ExportChoice}) => {
	const theme = useTheme();
	const symbols = useSymbols();
	return exportFormats.map((format, index) => {
		const isCursor = index === choice.cursor;
		const isChosen = choice.formats.has(format);
		return (
			<Text key={format} wrap="truncate" {...(isCursor && theme.cursor)}>
				{isCursor ? symbols.cursor : ' '}{' '}
				<Text {...(isChosen && theme.marked)}>{isChosen ? symbols.marked : symbols.unmarked}</Text>
				{` ${index + 1} ${format.toUpperCase()}  ${formatPurpose[format]}`}
			</Text>
		);
	});
};

/** Which formats, where to, and what will happen. */
export const ExportDialog = ({
	model,
	choice,
}: {
	readonly model: Model;
	readonly choice: ExportChoice;
}) => {
	return (
		<Dialog
			model={model}
			title={choice.target === 'everything' ? 'Back up everything missing' : 'Export'}
		>
			<Text wrap="truncate">{truncate(describe(model, choice), dialogTextWidth)}</Text>
			<Box flexDirection="column" marginY={1}>
				<Formats choice={choice} />
			</Box>
			<Text wrap="truncate">{`Folder  ${truncateStart(model.folder, dialogTextWidth - 8)}`}</Text>
			<Lines
				lines={wrapCells(foretell(model, choice, tallyChoice(model, choice)), dialogTextWidth)}
				look="heading"
			/>
		</Dialog>
	);
};
