import {Box, Text} from 'ink';
import type {BackupSummary} from '../../backup/event.js';
import type {BackupProgress} from '../../backup/progress.js';
import {countOf, formatBytes, formatCount, formatWait} from '../../text/measures.js';
import {adviceFor, FailureList, failureHeight} from '../components/failure-list.js';
import {Frame} from '../components/frame.js';
import {Lines} from '../components/lines.js';
import {Notice} from '../components/notice.js';
import type {Job} from '../job/job.js';
import {noticeLines} from '../layout.js';
import type {Model} from '../model.js';
import type {Look} from '../theme.js';
import {truncateStart} from '../truncate-start.js';
import {useSymbols} from '../use-symbols.js';
import {useTheme} from '../use-theme.js';
import {wrapCells} from '../wrap-cells.js';

const titleOf = ({error, cancelled, failed, saved}: BackupSummary): string => {
	if (error) {
		return 'Stopped by a problem';
	}

	if (cancelled) {
		return 'Stopped; the next backup goes on from here';
	}

	if (failed > 0) {
		return `Finished with ${countOf(failed, 'problem')}`;
	}

	return saved > 0 ? 'Finished' : 'Finished: nothing was missing';
};

type Row = {
	readonly look: Look;
	readonly sign: string;
	readonly count: number;
	readonly text: string;
};

const Count = ({look, sign, count, text}: Row) => {
	const theme = useTheme();
	return (
		<Text wrap="truncate">
			<Text {...theme[look]}>{` ${sign} `}</Text>
			{`${formatCount(count).padStart(7)} ${text}`}
		</Text>
	);
};

const filesOf = (count: number | undefined): string => (count === 1 ? 'file' : 'files');

const useCounts = ({summary, refreshed}: BackupProgress): readonly Row[] => {
	const {done, unavailable: none, failed: bad, disk} = useSymbols();
	const {saved, upToDate, unavailable, failed, bytes, durationMs} = summary;
	const {details, wellness, converted = 0} = summary;
	const took = `${formatBytes(bytes)} in ${formatWait(durationMs / 1000)}`;
	const rows: readonly Row[] = [
		{
			look: 'good',
			sign: done,
			count: saved,
			text: `${filesOf(saved)} saved  ${saved > 0 ? took : ''}`,
		},
		{look: 'good', sign: disk.all, count: upToDate, text: 'already there'},
		{
			look: 'good',
			sign: done,
			count: details?.saved ?? 0,
			text: `${filesOf(details?.saved)} of details`,
		},
		{
			look: 'good',
			sign: done,
			count: wellness?.saved ?? 0,
			text: `${filesOf(wellness?.saved)} of wellness`,
		},
		{look: 'faint', sign: none, count: unavailable, text: 'that COROS does not have'},
		{look: 'good', sign: done, count: converted, text: 'of them made here from the FIT'},
		{
			look: 'good',
			sign: done,
			count: refreshed,
			text: `${refreshed === 1 ? 'activity' : 'activities'} renamed or edited at COROS`,
		},
		{look: 'problem', sign: bad, count: failed, text: 'failed'},
	];
	return rows.filter(({count}, index) => count > 0 || index === 0);
};

// Header, title, folder, an empty line before the failures, and the footer's two.
const chrome = 6;

/** How a backup ended: the counts, and every failure with its reason. */
export const SummaryScreen = ({
	model,
	job,
	top,
}: {
	readonly model: Model;
	readonly job: Job;
	readonly top: number;
}) => {
	const theme = useTheme();
	const {summary, failures, warnings} = job.progress;
	const counts = useCounts(job.progress);
	const {columns, rows} = model.size;
	const advice = summary.error ? noticeLines(summary.error, columns) : adviceFor(failures, columns);
	const warned = warnings.flatMap(({message, hint}) =>
		wrapCells(`${message}. ${hint}`, columns - 2),
	);
	const height = Math.max(1, rows - chrome - counts.length - advice.length - warned.length);
	const isGood = !summary.error && !summary.cancelled && summary.failed === 0;
	return (
		<Frame model={model}>
			<Text wrap="truncate" {...(isGood ? theme.good : theme.warning)}>
				{` ${titleOf(summary)}`}
			</Text>
			{counts.map((row) => (
				<Count key={row.text} {...row} />
			))}
			<Lines lines={warned.map((line) => ` ${line}`)} look="warning" />
			<Text wrap="truncate">{` Folder  ${truncateStart(model.folder, columns - 10)}`}</Text>
			{summary.error ? (
				<Notice notice={summary.error} columns={columns} />
			) : (
				<Lines lines={advice.map((line) => ` ${line}`)} />
			)}
			<Box flexDirection="column" marginTop={1} height={height} overflow="hidden">
				<FailureList
					failures={failures.slice(top, top + Math.ceil(height / failureHeight))}
					columns={columns}
				/>
			</Box>
		</Frame>
	);
};
