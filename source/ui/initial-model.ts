import type {Services} from '../services/services.js';
import type {Account, Model, Size} from './model.js';
import {initialTable} from './table/table.js';

const toAccount = (services: Services): Account | undefined => {
	const session = services.session();
	return session && {email: session.email, region: session.region};
};

/** The app as it starts: on the table, with everything still to be read. */
export const createModel = (services: Services, size: Size): Model => ({
	size,
	folder: services.folder,
	isDemo: services.demo,
	account: toAccount(services),
	formats: services.formats(),
	list: {
		activities: [],
		phase: 'loading',
		reading: 0,
		full: false,
		found: 0,
		total: undefined,
		unreadable: 0,
	},
	archive: {entryOf: undefined, reading: 0},
	table: initialTable,
	screen: {name: 'activities'},
	overlay: undefined,
	notice: undefined,
	saved: {files: 0, bytes: 0},
	redraws: 0,
	exit: undefined,
});
