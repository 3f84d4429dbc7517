import type {JobAction} from '../action.js';
import {endWith} from '../ending.js';
import {readAgain} from '../list/update-list.js';
import type {Model} from '../model.js';
import {keepPicker} from '../profiles/keep-picker.js';
import {clampIndex} from '../scroll.js';
import {isSignedOut, openSignIn} from '../sign-in/open-sign-in.js';
import {isBackup, type Job, startJob} from './job.js';
import {giveUpSelected, moveSelected} from './selected-transfer.js';
import {addSample} from './speed.js';
import {keepWaits} from './waits.js';

type News = Extract<JobAction, {type: 'job-progressed' | 'job-finished'}>;

const progressed = (job: Job, {progress, at}: News): Job => ({
	...job,
	progress,
	samples: addSample(job.samples, progress, at),
	startedAt: job.startedAt ?? at,
	now: at,
	waits: keepWaits(job.waits, progress.active, at),
});

// A backup lists for itself: what it found beyond the table's list is read again, cheaply.
const lookAgain = (model: Model, job: Job): Model =>
	isBackup(job) && job.progress.summary.found > model.list.activities.length
		? readAgain(model, false)
		: {...model, archive: {...model.archive, reading: model.archive.reading + 1}};

// From the detail somebody wanted one file: it is there now, or it needs the summary to say why not.
const screenAfter = (job: Job): Model['screen'] => {
	const {failed, cancelled, error} = job.progress.summary;
	return job.origin.name === 'detail' && failed === 0 && !cancelled && !error
		? job.origin
		: {name: 'summary', job, top: 0};
};

const finish = (model: Model, job: Job): Model => {
	const {saved, bytes} = job.progress.summary;
	const ended: Model = {
		...lookAgain(model, job),
		screen: screenAfter(job),
		overlay: keepPicker(model.overlay),
		saved: {files: model.saved.files + saved, bytes: model.saved.bytes + bytes},
	};
	if (job.isLast) {
		return endWith(ended, 0, job.next);
	}

	const {error} = job.progress.summary;
	return error && isSignedOut(error)
		? openSignIn(ended, {reason: error, resume: job.request})
		: ended;
};

/** What news of a backup and wishes about it do. Pure. */
export const updateJob = (model: Model, action: JobAction): Model => {
	const {screen} = model;
	if (screen.name === 'backup') {
		switch (action.type) {
			case 'job-progressed':
				return {...model, screen: {...screen, job: progressed(screen.job, action)}};
			case 'job-finished':
				return finish(model, progressed(screen.job, action));
			case 'job-stopped':
				return {...model, screen: {...screen, job: {...screen.job, isStopping: true}}};
			case 'transfer-moved':
				return {...model, screen: {...screen, job: moveSelected(screen.job, action.by)}};
			case 'transfer-given-up':
				return {...model, screen: {...screen, job: giveUpSelected(screen.job)}};
			default:
				return model;
		}
	}

	if (screen.name === 'summary') {
		switch (action.type) {
			case 'job-retried':
				// The same again: what is there by now is not fetched twice.
				return {
					...model,
					screen: {name: 'backup', job: startJob(screen.job.request, screen.job.origin)},
				};
			case 'summary-scrolled': {
				const top = clampIndex(screen.top + action.by, screen.job.progress.failures.length);
				return {...model, screen: {...screen, top}};
			}
			case 'summary-left':
				return {...model, screen: screen.job.origin};
			default:
				return model;
		}
	}

	return model;
};
