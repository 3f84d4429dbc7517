import {Box, Text} from 'ink';
import {countOf, formatWait} from '../../text/measures.js';
import {Frame} from '../components/frame.js';
import {JobTotal} from '../components/job-total.js';
import {Line} from '../components/line.js';
import {SettledLine, TransferLine} from '../components/transfer-line.js';
import {isBackup, type Job} from '../job/job.js';
import {selectedIndex} from '../job/selected-transfer.js';
import {secondsToTry} from '../job/waits.js';
import type {Model} from '../model.js';
import {useTheme} from '../use-theme.js';

const titleOf = (job: Job): string => {
	const {formats, activities} = job.request;
	const kinds = formats.map((format) => format.toUpperCase()).join(', ');
	return isBackup(job)
		? `Backing up everything missing as ${kinds}`
		: `Exporting ${countOf(activities?.length ?? 0, 'activity', 'activities')} as ${kinds}`;
};

const elapsed = ({startedAt, now}: Job): string =>
	startedAt === undefined || now === undefined ? '' : formatWait((now - startedAt) / 1000);

// Header, title, two lines of totals, an empty one, and the footer's two.
const chrome = 7;

/** A backup on its way: the total, every transfer under way, and what came last. */
export const BackupScreen = ({model, job}: {readonly model: Model; readonly job: Job}) => {
	const theme = useTheme();
	const {columns, rows} = model.size;
	const {active, recent} = job.progress;
	const selected = selectedIndex(job);
	const height = Math.max(1, rows - chrome);
	const onTheWay = active.slice(0, height);
	const settled = recent.slice(-Math.max(0, height - onTheWay.length)).reverse();
	return (
		<Frame model={model}>
			<Line
				left={
					job.isStopping ? (
						<Text {...theme.warning}>Stopping: what is saved stays saved</Text>
					) : (
						<Text {...theme.heading}>{titleOf(job)}</Text>
					)
				}
				right={elapsed(job)}
			/>
			<JobTotal job={job} columns={columns} />
			<Box flexDirection="column" marginTop={1} height={height} overflow="hidden">
				{onTheWay.map((one, index) => (
					<TransferLine
						key={`${one.transfer.id}.${one.transfer.format}`}
						active={one}
						isSelected={index === selected}
						seconds={one.retrying ? secondsToTry(job.waits, one.retrying, job.now) : 0}
						columns={columns}
					/>
				))}
				{onTheWay.length < height &&
					settled.map((event) => (
						<SettledLine
							key={`${event.transfer.id}.${event.transfer.format}`}
							event={event}
							columns={columns}
						/>
					))}
			</Box>
		</Frame>
	);
};
