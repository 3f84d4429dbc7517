import type {Check} from './check/check.js';
import type {ExportChoice} from './export/export-choice.js';
import type {Job} from './job/job.js';
import type {RestingPlace} from './resting-place.js';
import type {SettingsForm} from './settings/settings-form.js';

/** Every screen but the sign-in, which returns to one of them. A screen's data exists only while it is open. */
export type OpenScreen =
	| RestingPlace
	| {readonly name: 'settings'; readonly form: SettingsForm}
	| {readonly name: 'export'; readonly choice: ExportChoice}
	| {readonly name: 'check'; readonly check: Check}
	| {readonly name: 'backup'; readonly job: Job}
	| {readonly name: 'summary'; readonly job: Job; readonly top: number};
