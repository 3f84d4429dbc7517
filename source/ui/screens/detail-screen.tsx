import {Box, Text} from 'ink';
import {exportFormats} from '../../domain/export-format.js';
import {truncate} from '../../text/cells.js';
import {formatCount} from '../../text/measures.js';
import {shownName} from '../../text/shown-name.js';
import {Frame} from '../components/frame.js';
import {Line} from '../components/line.js';
import {Lines} from '../components/lines.js';
import {NumberGrid, numbersAcross} from '../components/number-grid.js';
import {RecordingBody} from '../components/recording-body.js';
import {explainRecording} from '../detail/explain.js';
import {describeStart, toNumbers} from '../detail/numbers.js';
import {seenActivity} from '../detail/seen.js';
import {recordingState} from '../detail/wanted.js';
import {isKept} from '../list/all-activities.js';
import type {Model} from '../model.js';
import {shownRows} from '../table/rows.js';
import {useSymbols} from '../use-symbols.js';
import {useTheme} from '../use-theme.js';
import {wrapCells} from '../wrap-cells.js';

/** Header, name, sport and files, and the footer's two lines. */
const chrome = 5;

const onDisk = ({archive}: Model, id: string): string => {
	const saved = exportFormats.filter((format) => archive.entryOf?.(id, format)?.kind === 'saved');
	const names = saved.map((format) => format.toUpperCase()).join(' ');
	return archive.entryOf ? names || 'no files on disk' : '';
};

/** One activity with all that is known of it. */
export const DetailScreen = ({model, top}: {readonly model: Model; readonly top: number}) => {
	const theme = useTheme();
	const {separator} = useSymbols();
	const activity = seenActivity(model);
	if (!activity) {
		return (
			<Frame model={model}>
				<Lines lines={[' It is no longer in the list.']} />
			</Frame>
		);
	}

	const {columns, rows} = model.size;
	const state = recordingState(model, activity);
	const recording = state.kind === 'read' ? state.recording : undefined;
	const numbers = toNumbers(activity, recording, model.settings.units, isKept(model, activity.id));
	const lines = Math.ceil(numbers.length / numbersAcross(columns - 2));
	const blank = rows >= 20 ? 1 : 0;
	const height = Math.max(1, rows - chrome - lines - blank);
	const place = `${formatCount(model.table.cursor + 1)}/${formatCount(shownRows(model).length)}`;
	const why = explainRecording(state);
	return (
		<Frame model={model}>
			<Line
				left={<Text {...theme.heading}>{truncate(shownName(activity), columns - 16)}</Text>}
				right={place}
			/>
			<Line
				left={describeStart(activity, separator)}
				right={<Text {...theme.faint}>{onDisk(model, activity.id)}</Text>}
			/>
			<Box flexDirection="column" paddingX={1} flexShrink={0} marginBottom={blank}>
				<NumberGrid numbers={numbers} columns={columns - 2} />
			</Box>
			<Box flexDirection="column" paddingX={1} height={height} flexShrink={0} overflow="hidden">
				{recording ? (
					<RecordingBody
						model={model}
						recording={recording}
						sportType={activity.sportType}
						top={top}
						rows={height}
					/>
				) : (
					<Lines lines={(why ?? []).flatMap((text) => wrapCells(text, columns - 2))} />
				)}
			</Box>
		</Frame>
	);
};
