import {Box, Text} from 'ink';
import type {CheckProgress} from '../../backup/check-progress.js';
import {toPrintable} from '../../domain/printable.js';
import {truncate} from '../../text/cells.js';
import {countOf, formatBytes, formatCount, formatWait} from '../../text/measures.js';
import {type Check, canRepair} from '../check/check.js';
import {Frame} from '../components/frame.js';
import {Line} from '../components/line.js';
import {Lines} from '../components/lines.js';
import {Notice} from '../components/notice.js';
import {ProgressBar} from '../components/progress-bar.js';
import {noticeLines} from '../layout.js';
import type {Model} from '../model.js';
import type {Look} from '../theme.js';
import {truncateStart} from '../truncate-start.js';
import {useSymbols} from '../use-symbols.js';
import {useTheme} from '../use-theme.js';
import {wrapCells} from '../wrap-cells.js';

const titleOf = ({request, progress, error, isStopping}: Check): readonly [string, Look] => {
	const {phase, problemCount, repaired} = progress;
	if (phase !== 'finished') {
		const doing =
			phase === 'fetching' ? 'Fetching anew what is bad' : 'Checking every file on disk';
		return isStopping ? ['Stopping: what is whole stays', 'warning'] : [doing, 'heading'];
	}

	if (error ?? repaired?.error) {
		return ['Stopped by a problem', 'warning'];
	}

	const left = repaired?.remaining ?? problemCount;
	if (left > 0) {
		return [`${countOf(left, 'problem')} ${request.isRepair ? 'left' : 'found'}`, 'warning'];
	}

	if (progress.verified?.checked === 0) {
		return ['Nothing to check: this folder holds no backup', 'warning'];
	}

	return [request.isRepair ? 'Repaired: every file is whole' : 'Every file is whole', 'good'];
};

const stateOf = ({phase, checked, total, toFetch, settled}: CheckProgress) =>
	phase === 'fetching'
		? {
				part: toFetch > 0 ? settled / toFetch : 1,
				text: `${formatCount(settled)} of ${countOf(toFetch, 'file')}`,
			}
		: {
				part: total > 0 ? checked / total : 0,
				text: `${formatCount(checked)} of ${countOf(total, 'file')}`,
			};

const countsOf = ({progress}: Check): readonly string[] => {
	const {verified, repaired} = progress;
	return [
		...(verified
			? [
					`${countOf(verified.checked, 'file')} read, ${formatBytes(verified.bytes)} in ${formatWait(verified.durationMs / 1000)}`,
				]
			: []),
		...(repaired && repaired.problems > 0 ? [`${formatCount(repaired.repaired)} repaired`] : []),
		...(verified && verified.unknown > 0
			? [`${countOf(verified.unknown, 'unknown file')} left alone`]
			: []),
		...(verified && verified.setAside > 0
			? [`${countOf(verified.setAside, 'damaged file')} kept aside in damaged/`]
			: []),
	];
};

const explain = (check: Check): string => {
	if (!canRepair(check)) {
		return '';
	}

	return check.request.isRepair
		? 'COROS could not give what is left. Nothing was taken away; r tries again.'
		: 'r fetches these files anew from COROS; the damaged ones are kept in damaged/.';
};

// Header, title, folder, an empty line before the problems, and the footer's two.
const chrome = 6;

/** Every file on disk read again: how far that is, and what is wrong. */
export const CheckScreen = ({model, check}: {readonly model: Model; readonly check: Check}) => {
	const theme = useTheme();
	const {done, failed, separator} = useSymbols();
	const {columns, rows} = model.size;
	const {progress} = check;
	const [title, look] = titleOf(check);
	const error = check.error ?? progress.repaired?.error;
	const isOver = progress.phase === 'finished';
	const isMended = progress.repaired?.remaining === 0;
	const {part, text} = stateOf(progress);
	const counts = isOver ? wrapCells(countsOf(check).join(` ${separator} `), columns - 2) : [''];
	const advice = error ? noticeLines(error, columns) : wrapCells(explain(check), columns - 2);
	const height = Math.max(1, rows - chrome - counts.length - advice.length);
	return (
		<Frame model={model}>
			<Text wrap="truncate" {...theme[look]}>{` ${title}`}</Text>
			{isOver ? (
				<Lines lines={counts.map((line) => ` ${line}`)} />
			) : (
				<Line
					left={
						<>
							<ProgressBar part={part} width={Math.min(60, columns - 40)} />
							<Text>{` ${Math.floor(part * 100)} %  ${text}`}</Text>
						</>
					}
				/>
			)}
			<Text wrap="truncate">{` Folder  ${truncateStart(model.folder, columns - 10)}`}</Text>
			{error ? (
				<Notice notice={error} columns={columns} />
			) : (
				<Lines lines={advice.map((line) => ` ${line}`)} />
			)}
			<Box flexDirection="column" marginTop={1} height={height} overflow="hidden">
				{progress.problems.slice(check.top, check.top + height).map(({kind, file, reason}) => (
					<Text key={`${kind} ${file}`} wrap="truncate">
						<Text {...theme[isMended ? 'good' : 'problem']}>{` ${isMended ? done : failed} `}</Text>
						{truncate(toPrintable(`${kind}  ${file}: ${reason}`), columns - 4)}
					</Text>
				))}
			</Box>
		</Frame>
	);
};
