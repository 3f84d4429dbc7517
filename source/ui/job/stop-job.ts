import type {Model} from '../model.js';

/** What comes after a backup: the table again, the shell, or another profile. */
export type AfterJob = {
	/** The app ends with it. */
	readonly isLast?: boolean;
	/** The profile the app goes on with. */
	readonly next?: string;
};

/** Lets a running backup end cleanly, and with it, if asked, the app. The last wish counts. */
export const stopJob = (model: Model, {next, isLast = next !== undefined}: AfterJob): Model =>
	model.screen.name === 'backup'
		? {
				...model,
				overlay: undefined,
				screen: {
					...model.screen,
					job: {...model.screen.job, isStopping: true, isLast, next},
				},
			}
		: model;
