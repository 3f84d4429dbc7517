import {initialList} from '../list/initial-list.js';
import type {Model} from '../model.js';
import {openSignIn} from '../sign-in/open-sign-in.js';

/** Nobody is signed in any more: the list goes, and the next is asked who it is. */
export const signOut = (model: Model): Model =>
	openSignIn({
		...model,
		account: undefined,
		list: {...initialList, phase: 'failed'},
		listOwner: undefined,
		notice: undefined,
		overlay: undefined,
		screen: {name: 'activities'},
		table: {...model.table, marks: new Set(), range: undefined, cursor: 0, top: 0},
	});
