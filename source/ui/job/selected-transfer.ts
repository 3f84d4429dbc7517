import type {Transfer} from '../../backup/event.js';
import {clampIndex} from '../scroll.js';
import type {Job} from './job.js';

const isSame = (a: Transfer, b: Transfer | undefined): boolean =>
	a.id === b?.id && a.format === b.format;

/** The place of the cursor among the transfers under way; they come and go around it. */
export const selectedIndex = ({progress, selected}: Job): number =>
	Math.max(
		0,
		progress.active.findIndex(({transfer}) => isSame(transfer, selected)),
	);

/** Moves the cursor among the transfers under way. */
export const moveSelected = (job: Job, by: 1 | -1): Job => {
	const {active} = job.progress;
	const index = clampIndex(selectedIndex(job) + by, active.length);
	return {...job, selected: active[index]?.transfer};
};

/** Gives up the transfer under the cursor. */
export const giveUpSelected = (job: Job): Job => {
	const transfer = job.progress.active[selectedIndex(job)]?.transfer;
	return transfer ? {...job, givenUp: [...job.givenUp, transfer]} : job;
};
