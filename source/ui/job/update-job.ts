import type {JobAction} from '../action.js';
import {endWith} from '../ending.js';
import {readAgain} from '../list/update-list.js';
import type {Model} from '../model.js';
import {clampIndex} from '../scroll.js';
import {isBackup, type Job, startJob} from './job.js';
import {addSample} from './speed.js';

type News = Extract<JobAction, {type: 'job-progressed' | 'job-finished'}>;

const progressed = (job: Job, {progress, at}: News): Job => ({
	...job,
	progress,
	samples: addSample(job.samples, progress, at),
	startedAt: job.startedAt ?? at,
	now: at,
});

// A backup lists for itself: what it found beyond the table's list is read again, cheaply.
const lookAgain = (model: Model, job: Job): Model =>
	isBackup(job) && job.progress.summary.found > model.list.activities.length
		? readAgain(model, false)
		: {...model, archive: {...model.archive, reading: model.archive.reading + 1}};

const finish = (model: Model, job: Job): Model => {
	const {saved, bytes} = job.progress.summary;
	const ended: Model = {
		...lookAgain(model, job),
		screen: {name: 'summary', job, top: 0},
		overlay: undefined,
		saved: {files: model.saved.files + saved, bytes: model.saved.bytes + bytes},
	};
	return job.isLast ? endWith(ended, 0) : ended;
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
			default:
				return model;
		}
	}

	if (screen.name === 'summary') {
		switch (action.type) {
			case 'job-retried':
				// The same again: what is there by now is not fetched twice.
				return {...model, screen: {name: 'backup', job: startJob(screen.job.request)}};
			case 'summary-scrolled': {
				const top = clampIndex(screen.top + action.by, screen.job.progress.failures.length);
				return {...model, screen: {...screen, top}};
			}
			case 'summary-left':
				return {...model, screen: {name: 'activities'}};
			default:
				return model;
		}
	}

	return model;
};
