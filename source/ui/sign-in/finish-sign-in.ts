import {startJob} from '../job/job.js';
import {initialList} from '../list/initial-list.js';
import {readAgain} from '../list/update-list.js';
import type {Account, Model} from '../model.js';
import type {SignIn} from './sign-in.js';

// Another account has other activities; how they are looked at stays.
const forget = (model: Model): Model => ({
	...model,
	list: initialList,
	archive: {...model.archive, reading: model.archive.reading + 1},
	table: {...model.table, marks: new Set(), range: undefined, cursor: 0, top: 0},
});

/** Somebody is signed in: the app goes on where it was, with the lists of whoever it is now. */
export const finishSignIn = (model: Model, signIn: SignIn, account: Account): Model => {
	const isSame = model.list.activities.length > 0 && model.listOwner === account.userId;
	const known: Model = {
		...model,
		account,
		listOwner: account.userId,
		lastEmail: account.email ?? model.lastEmail,
		notice: undefined,
	};
	const fresh = isSame ? readAgain(known, false) : forget(known);
	if (signIn.resume) {
		return {...fresh, screen: {name: 'backup', job: startJob(signIn.resume)}};
	}

	// A choice among activities of somebody else chooses nothing.
	return {...fresh, screen: isSame ? signIn.back : {name: 'activities'}};
};
