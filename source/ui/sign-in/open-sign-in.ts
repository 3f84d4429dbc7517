import type {ErrorReport} from '../../domain/known-error.js';
import type {BackUpRequest} from '../../services/services.js';
import type {Model, Screen} from '../model.js';
import {keepPicker} from '../profiles/keep-picker.js';
import {startSignIn} from './sign-in.js';

/** Whether a failure is one that signing in mends. */
export const isSignedOut = (error: ErrorReport | undefined): boolean =>
	error?.code === 'session-expired' || error?.code === 'sign-in-needed';

/** Asks who it is, over whatever is on the screen; leads back there. */
export const openSignIn = (
	model: Model,
	{reason, resume}: {readonly reason?: ErrorReport; readonly resume?: BackUpRequest} = {},
): Model => {
	const back: Screen = model.screen;
	if (back.name === 'sign-in' || back.name === 'backup') {
		return model;
	}

	const {list} = model;
	return {
		...model,
		// What is still being read is read in vain, or for somebody else.
		list: list.phase === 'loading' ? {...list, phase: 'failed'} : list,
		overlay: keepPicker(model.overlay),
		screen: {
			name: 'sign-in',
			signIn: startSignIn(model.lastEmail, {back, reason, resume}),
		},
	};
};
