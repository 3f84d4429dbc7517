import {Box, Text} from 'ink';
import {fitCells} from '../../text/cells.js';
import {Dialog} from '../components/dialog.js';
import {helpLines} from '../keys/help.js';
import type {HelpedLayer} from '../keys/layer.js';
import {helpHeight} from '../layout.js';
import type {Help, Model} from '../model.js';
import {useSymbols} from '../use-symbols.js';
import {useTheme} from '../use-theme.js';

const titles = {
	code: 'Keys for the code',
	settings: 'Keys in the settings',
	activities: 'Keys in the table',
	sports: 'Keys in the choice of sports',
	days: 'Keys in the choice of days',
	profiles: 'Keys in the profiles',
	detail: 'Keys in the detail',
	export: 'Keys in this dialog',
	check: 'Keys during a check',
	backup: 'Keys during a backup',
	summary: 'Keys in the summary',
} as const satisfies Readonly<Record<HelpedLayer, string>>;

/** What the signs before an activity mean. */
const Legend = () => {
	const theme = useTheme();
	const {disk, done} = useSymbols();
	return (
		<Text wrap="truncate">
			<Text {...theme.faint}>{fitCells('Disk', 7)}</Text>
			{`${done} all  ${disk.some} part  ${disk.absent} none at COROS  ${disk.kept} only here`}
		</Text>
	);
};

/** What the letters of a wide table mean. */
const FilesLegend = () => {
	const theme = useTheme();
	return (
		<Text wrap="truncate">
			<Text {...theme.faint}>{fitCells('Files', 7)}</Text>
			{'F FIT, T TCX, G GPX, K KML, C CSV  . not there'}
		</Text>
	);
};

/** Every key of the screen below. */
export const HelpDialog = ({model, help}: {readonly model: Model; readonly help: Help}) => {
	const theme = useTheme();
	const symbols = useSymbols();
	const {layer, top} = help;
	const lines = helpLines(layer, symbols);
	const height = helpHeight(model.size);
	const last = Math.min(lines.length, top + height);
	const part = lines.length > height ? `, ${top + 1} to ${last} of ${lines.length}` : '';
	return (
		<Dialog model={model} title={titles[layer] + part}>
			<Box flexDirection="column">
				{lines.slice(top, last).map(({group, keys, help: use}, index, shown) => (
					<Text key={`${group} ${use}`} wrap="truncate">
						<Text {...theme.faint}>
							{fitCells(shown[index - 1]?.group === group ? '' : group, 7)}
						</Text>
						<Text {...theme.key}>{fitCells(keys, 17)}</Text>
						{use}
					</Text>
				))}
				{layer === 'activities' ? <Legend /> : undefined}
				{layer === 'activities' && lines.length + 2 < height ? <FilesLegend /> : undefined}
			</Box>
		</Dialog>
	);
};
