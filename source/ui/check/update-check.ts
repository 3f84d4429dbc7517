import type {CheckAction} from '../action.js';
import type {Model} from '../model.js';
import {clampIndex} from '../scroll.js';
import {isSignedOut, openSignIn} from '../sign-in/open-sign-in.js';
import {type Check, canRepair, isRunning, startCheck} from './check.js';

const toTable = (model: Model): Model => ({...model, screen: {name: 'activities'}});

/** Asks a check to stop, or leaves one that has ended. */
export const leaveCheck = (model: Model, check: Check): Model =>
	isRunning(check)
		? {...model, screen: {name: 'check', check: {...check, isStopping: true}}}
		: toTable(model);

const finish = (model: Model, check: Check): Model => {
	// What was fetched, or found to be bad, shows in the table.
	const {archive} = model;
	const seen = {...model, archive: {...archive, reading: archive.reading + 1}};
	if (check.isStopping) {
		return toTable(seen);
	}

	const error = check.error ?? check.progress.repaired?.error;
	return error && isSignedOut(error)
		? openSignIn(toTable(seen), {reason: error})
		: {...seen, screen: {name: 'check', check}};
};

/** What news of a check and wishes about it do. Pure. */
export const updateCheck = (model: Model, action: CheckAction): Model => {
	const {screen} = model;
	if (action.type === 'check-opened') {
		return {...model, screen: {name: 'check', check: startCheck(false)}};
	}

	if (screen.name !== 'check') {
		return model;
	}

	const {check} = screen;
	switch (action.type) {
		case 'check-progressed':
			return {...model, screen: {...screen, check: {...check, progress: action.progress}}};
		case 'check-finished': {
			const {progress, error} = action;
			return finish(model, {...check, progress, error});
		}
		case 'check-scrolled': {
			const top = clampIndex(check.top + action.by, check.progress.problems.length);
			return {...model, screen: {...screen, check: {...check, top}}};
		}
		case 'repair-asked':
			return canRepair(check) ? {...model, screen: {...screen, check: startCheck(true)}} : model;
		case 'check-left':
			return leaveCheck(model, check);
	}
};
