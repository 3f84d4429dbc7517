import type {KnownList} from '../backup/listing.js';
import type {ErrorReport} from '../domain/known-error.js';
import {unnamedProfile} from '../domain/profile-name.js';
import type {TwoFactorChallenge} from '../domain/session.js';
import type {Services} from '../services/services.js';
import {initialList} from './list/initial-list.js';
import {updateList} from './list/update-list.js';
import type {Model, Size} from './model.js';
import {type Account, toAccount} from './sign-in/account.js';
import {openSignIn} from './sign-in/open-sign-in.js';
import {awaitCode} from './sign-in/sign-in.js';
import type {Background} from './theme.js';
import {readView} from './view/saved-view.js';

const account = (services: Services): Account | undefined => {
	const session = services.session();
	return session && toAccount(session);
};

const onTable = (services: Services, size: Size, view: ReturnType<typeof readView>): Model => ({
	size,
	folder: services.folder,
	isDemo: services.demo,
	profile: services.profile ?? unnamedProfile,
	hasOthers: false,
	account: account(services),
	lastEmail: services.session()?.email ?? view.email,
	settings: services.settings(),
	given: services.given,
	formats: services.formats(),
	list: initialList,
	listOwner: services.session()?.userId,
	archive: {entryOf: undefined, unlisted: [], reading: 0},
	recordings: new Map(),
	clock: undefined,
	table: view.table,
	screen: {name: 'activities'},
	overlay: undefined,
	help: undefined,
	notice: undefined,
	saved: {files: 0, bytes: 0},
	folderOpenings: 0,
	background: 'dark',
	crash: undefined,
	revivals: 0,
	suspensions: 0,
	redraws: 0,
	exit: undefined,
	ahead: [],
});

// A code may have been mailed before the app was closed.
const withPending = (model: Model, challenge: TwoFactorChallenge | undefined): Model =>
	challenge && model.screen.name === 'sign-in'
		? {
				...model,
				screen: {name: 'sign-in', signIn: awaitCode(model.screen.signIn, challenge)},
			}
		: model;

// The first screen has rows: an empty one would be painted for nothing.
const withNewest = (model: Model, newest: KnownList | undefined): Model =>
	newest ? updateList(model, {type: 'list-known', known: newest}) : model;

// A profile that cannot be read keeps nobody from signing in.
const hasOthers = (services: Services): boolean => {
	try {
		const own = services.profile ?? unnamedProfile;
		return !services.demo && services.profiles().some(({name}) => name !== own);
	} catch {
		return false;
	}
};

/** What is known before the app starts. */
export type Beginning = {
	readonly background?: Background;
	/** Whoever is to sign in, where somebody has to. */
	readonly email?: string | undefined;
	/** Why it begins with this profile, where another was asked for. */
	readonly notice?: ErrorReport | undefined;
};

/** The app as it starts: on the table, with everything still to be read, or asking who it is. */
export const createModel = (
	services: Services,
	size: Size,
	{background = 'dark', email, notice}: Beginning = {},
): Model => {
	const table = onTable(services, size, readView(services.view()));
	const model = {...table, background, notice, lastEmail: email ?? table.lastEmail};
	return model.account
		? withNewest(model, services.newestActivities())
		: withPending(
				openSignIn({...model, hasOthers: hasOthers(services)}),
				services.pendingChallenge(),
			);
};
