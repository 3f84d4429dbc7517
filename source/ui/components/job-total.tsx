import {Text} from 'ink';
import {countOf, formatBytes, formatCount, formatWait} from '../../text/measures.js';
import type {Job} from '../job/job.js';
import {bytesReceived, secondsLeft, toSpeed} from '../job/speed.js';
import {useSymbols} from '../use-symbols.js';
import {Line} from './line.js';
import {ProgressBar} from './progress-bar.js';

const phaseText = ({progress}: Job): string => {
	const {phase, listed, listTotal, checked, checkTotal, toFetch, settled} = progress;
	const {extras, extrasSettled} = progress;
	switch (phase) {
		case 'listing': {
			const total = listTotal === undefined ? '' : ` of ${formatCount(listTotal)}`;
			return listed > 0 ? `reading the list: ${formatCount(listed)}${total}` : 'asking COROS';
		}
		case 'checking':
			return `checking files in the folder: ${formatCount(checked)} of ${formatCount(checkTotal)}`;
		case 'details':
		case 'wellness':
			return `${phase}: ${formatCount(extrasSettled)} of ${formatCount(extras)}`;
		default:
			return toFetch === 0
				? 'nothing to fetch'
				: `${formatCount(settled)} of ${countOf(toFetch, 'file')}`;
	}
};

const part = ({progress}: Job): number => {
	const {phase, listed, listTotal, checked, checkTotal, toFetch, settled} = progress;
	const {extras, extrasSettled} = progress;
	switch (phase) {
		case 'listing':
			return listTotal ? listed / listTotal : 0;
		case 'checking':
			return checkTotal ? checked / checkTotal : 0;
		case 'details':
		case 'wellness':
			return extras ? extrasSettled / extras : 1;
		default:
			return toFetch > 0 ? settled / toFetch : 1;
	}
};

const measures = ({progress, samples}: Job): readonly string[] => {
	const speed = toSpeed(samples);
	const left = secondsLeft(progress, speed);
	return [
		formatBytes(bytesReceived(progress)),
		...(speed ? [`${formatBytes(speed.bytesPerSecond)}/s`] : []),
		...(left === undefined ? [] : [`about ${formatWait(left)} left`]),
	];
};

const counts = ({progress}: Job): readonly string[] => {
	const {failed, unavailable, upToDate} = progress.summary;
	return [
		...(failed > 0 ? [`${formatCount(failed)} failed`] : []),
		...(upToDate > 0 ? [`${formatCount(upToDate)} already there`] : []),
		...(unavailable > 0 ? [`${formatCount(unavailable)} not at COROS`] : []),
	];
};

/** How far the whole job is. */
export const JobTotal = ({job, columns}: {readonly job: Job; readonly columns: number}) => {
	const {separator} = useSymbols();
	const done = part(job);
	const join = (parts: readonly string[]) => parts.join(` ${separator} `);
	return (
		<>
			<Line
				left={
					<>
						<ProgressBar part={done} width={Math.min(60, columns - 40)} />
						<Text>{` ${Math.floor(done * 100)} %  ${phaseText(job)}`}</Text>
					</>
				}
			/>
			<Line left={join(measures(job))} right={join(counts(job))} />
		</>
	);
};
