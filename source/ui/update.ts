import type {Action, SignInAction} from './action.js';
import {updateCheck} from './check/update-check.js';
import {updateDetail} from './detail/update-detail.js';
import {updateExport} from './export/update-export.js';
import {updateJob} from './job/update-job.js';
import {layerBelowHelp} from './keys/active-layer.js';
import {updateList} from './list/update-list.js';
import type {Model} from './model.js';
import {updateProfiles} from './profiles/update-profiles.js';
import {updateSettings} from './settings/update-settings.js';
import {updateSignIn} from './sign-in/update-sign-in.js';
import {keepRow} from './table/cursor.js';
import {updateFind} from './table/update-find.js';
import {updateTable} from './table/update-table.js';
import {updateApp} from './update-app.js';

const updateForm = (model: Model, action: SignInAction): Model =>
	model.screen.name === 'settings' ? updateSettings(model, action) : updateSignIn(model, action);

const change = (model: Model, action: Action): Model => {
	switch (action.type) {
		case 'moved':
		case 'clicked':
		case 'jumped':
		case 'paged':
		case 'range-moved':
		case 'range-toggled':
		case 'mark-toggled':
		case 'all-marked':
		case 'marks-inverted':
		case 'all-unmarked':
		case 'sort-advanced':
		case 'sort-reversed':
		case 'sort-chosen':
		case 'columns-changed':
		case 'preview-toggled':
		case 'axis-turned':
		case 'filter-opened':
		case 'filter-typed':
		case 'filter-erased':
		case 'filter-kept':
		case 'table-escaped':
			return updateTable(model, action);
		case 'sports-opened':
		case 'days-opened':
		case 'new-toggled':
		case 'menu-moved':
		case 'menu-chosen':
			return updateFind(model, action);
		case 'detail-opened':
		case 'detail-stepped':
		case 'laps-scrolled':
		case 'detail-left':
		case 'fit-wanted':
		case 'recording-read':
			return updateDetail(model, action);
		case 'refreshed':
		case 'list-known':
		case 'list-grew':
		case 'list-read':
		case 'list-failed':
		case 'archive-read':
		case 'archive-failed':
			return updateList(model, action);
		case 'export-opened':
		case 'format-moved':
		case 'format-toggled':
		case 'export-left':
		case 'export-confirmed':
			return updateExport(model, action);
		case 'job-progressed':
		case 'job-finished':
		case 'job-stopped':
		case 'transfer-moved':
		case 'transfer-given-up':
		case 'job-retried':
		case 'summary-scrolled':
		case 'summary-left':
			return updateJob(model, action);
		case 'check-opened':
		case 'check-progressed':
		case 'check-finished':
		case 'check-scrolled':
		case 'repair-asked':
		case 'check-left':
			return updateCheck(model, action);
		case 'field-typed':
		case 'field-edited':
			return model.overlay?.name === 'profiles'
				? updateProfiles(model, action)
				: updateForm(model, action);
		case 'sign-in-asked':
		case 'field-moved':
		case 'secret-revealed':
		case 'sign-in-switched':
		case 'sign-in-confirmed':
		case 'sign-in-left':
		case 'code-resend-asked':
		case 'code-sent':
		case 'signed-in':
		case 'sign-in-failed':
		case 'clock-ticked':
			return updateForm(model, action);
		case 'profiles-opened':
		case 'profiles-read':
		case 'profiles-failed':
		case 'last-backups-read':
		case 'profile-moved':
		case 'profile-paged':
		case 'profile-jumped':
		case 'profile-chosen':
		case 'profile-find-opened':
		case 'profile-begin-opened':
		case 'profiles-left':
		case 'change-confirmed':
			return updateProfiles(model, action);
		case 'settings-opened':
		case 'setting-moved':
		case 'setting-changed':
		case 'setting-chosen':
		case 'text-confirmed':
		case 'text-left':
		case 'settings-left':
		case 'settings-saved':
		case 'settings-failed':
		case 'sign-out-confirmed':
			return updateSettings(model, action);
		case 'resized':
		case 'redrawn':
		case 'suspended':
		case 'background-seen':
		case 'crashed':
		case 'revived':
		case 'help-opened':
		case 'help-scrolled':
		case 'help-left':
		case 'overlay-left':
		case 'quit-asked':
		case 'quit-confirmed':
		case 'folder-opened':
		case 'interrupted':
		case 'terminated':
		case 'minute-passed':
			return updateApp(model, action);
	}
};

// The keys of what is no longer there would mislead.
const withoutStaleHelp = (changed: Model): Model =>
	changed.help && changed.help.layer !== layerBelowHelp(changed)
		? {...changed, help: undefined}
		: changed;

/** The model after an action. Pure: no clock, no network, no files; those report by actions. */
export const update = (model: Model, action: Action): Model => {
	const changed = withoutStaleHelp(change(model, action));
	// What a filter means may depend on them, and the cursor must stay on a row.
	return changed.formats === model.formats && changed.settings.units === model.settings.units
		? changed
		: keepRow(model, changed, changed.table.cursor);
};
