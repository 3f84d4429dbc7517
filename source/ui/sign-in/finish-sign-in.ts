import type {BackUpRequest} from '../../services/services.js';
import {startJob} from '../job/job.js';
import {initialList} from '../list/initial-list.js';
import {readAgain} from '../list/update-list.js';
import type {Model, Screen} from '../model.js';
import type {Account} from './account.js';
import type {SignIn} from './sign-in.js';

// Another account has other activities; how they are looked at stays.
const forget = (model: Model): Model => ({
	...model,
	list: initialList,
	archive: {...model.archive, reading: model.archive.reading + 1},
	table: {...model.table, marks: new Set(), range: undefined, cursor: 0, top: 0},
});

const goOn = ({back}: SignIn, request: BackUpRequest): Screen => ({
	name: 'backup',
	job: startJob(request, back.name === 'summary' ? back.job.origin : undefined),
});

/** Somebody is signed in: the app goes on where it was, with the lists of whoever it is now. */
export const finishSignIn = (model: Model, signIn: SignIn, account: Account): Model => {
	const isSame = model.listOwner === account.userId;
	const known: Model = {
		...model,
		account,
		listOwner: account.userId,
		lastEmail: account.email ?? model.lastEmail,
		notice: undefined,
	};
	// What was asked about the activities of somebody else is asked no more.
	if (!isSame) {
		return {...forget(known), screen: {name: 'activities'}};
	}

	const fresh = model.list.activities.length > 0 ? readAgain(known, false) : forget(known);
	return {...fresh, screen: signIn.resume ? goOn(signIn, signIn.resume) : signIn.back};
};
