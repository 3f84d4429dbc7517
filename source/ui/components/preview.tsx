import {Box, Text} from 'ink';
import {countOf} from '../../text/measures.js';
import {shownName} from '../../text/shown-name.js';
import {explainRecording} from '../detail/explain.js';
import {describeStart, toNumbers} from '../detail/numbers.js';
import type {Recording} from '../detail/recording.js';
import {recordingState} from '../detail/wanted.js';
import {previewWidth} from '../layout.js';
import {isKept} from '../list/all-activities.js';
import type {Model} from '../model.js';
import {currentRow} from '../table/rows.js';
import {useSymbols} from '../use-symbols.js';
import {useTheme} from '../use-theme.js';
import {wrapCells} from '../wrap-cells.js';
import {Lines} from './lines.js';
import {NumberGrid, numbersAcross} from './number-grid.js';
import {ChartsView, RouteView} from './recording-view.js';
import {TitleBar} from './title-bar.js';

// Border and padding on both sides.
const textWidth = previewWidth - 4;

const Drawings = ({
	model,
	recording,
	rows,
}: {
	readonly model: Model;
	readonly recording: Recording;
	readonly rows: number;
}) => {
	const theme = useTheme();
	const {units} = model.settings;
	const space = {recording, columns: textWidth, units, axis: model.table.axis};
	// A lap more or less is no reason to draw anew.
	const charts = Math.min(12, Math.floor(rows / 2));
	const route = recording.route ? rows - charts - 2 : 1;
	const laps = recording.laps.length;
	return (
		<>
			<RouteView {...space} rows={Math.max(1, route)} />
			<Box marginTop={1} flexDirection="column">
				<ChartsView {...space} rows={Math.max(2, charts)} />
			</Box>
			<Text {...theme.faint}>{laps > 0 ? countOf(laps, 'lap') : ''}</Text>
		</>
	);
};

/** The activity under the cursor, beside the table. */
export const Preview = ({model, rows}: {readonly model: Model; readonly rows: number}) => {
	const symbols = useSymbols();
	const activity = currentRow(model);
	const state = activity && recordingState(model, activity);
	const recording = state?.kind === 'read' ? state.recording : undefined;
	const numbers = activity
		? toNumbers(activity, recording, model.settings.units, isKept(model, activity.id))
		: [];
	const taken = 4 + Math.ceil(numbers.length / numbersAcross(textWidth));
	const why = state && explainRecording(state);
	return (
		<Box width={previewWidth} height={rows} flexShrink={0} flexDirection="column">
			<TitleBar title={activity ? shownName(activity) : 'No activity'} width={previewWidth} />
			<Box
				flexGrow={1}
				flexDirection="column"
				borderStyle={symbols.border}
				borderTop={false}
				paddingX={1}
				overflow="hidden"
			>
				<Text wrap="truncate">{activity ? describeStart(activity, symbols.separator) : ''}</Text>
				<NumberGrid numbers={numbers} columns={textWidth} />
				<Box flexDirection="column" marginTop={1}>
					{recording ? (
						<Drawings model={model} recording={recording} rows={Math.max(1, rows - taken)} />
					) : (
						<Lines lines={(why ?? []).flatMap((text) => wrapCells(text, textWidth))} look="faint" />
					)}
				</Box>
			</Box>
		</Box>
	);
};
