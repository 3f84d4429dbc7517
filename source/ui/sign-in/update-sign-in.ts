import type {SignInAction} from '../action.js';
import {fieldText} from '../field/field.js';
import type {Model} from '../model.js';
import {editForm, focusEmpty, moveFocus, switchWay, typeInForm} from './edit-form.js';
import {finishSignIn} from './finish-sign-in.js';
import {openSignIn} from './open-sign-in.js';
import {awaitCode, type SignIn, typedCredentials} from './sign-in.js';
import {updateCode} from './update-code.js';

const submit = (signIn: SignIn): SignIn => {
	const {way, token, region} = signIn;
	if (way === 'token') {
		const typed = fieldText(token);
		return typed === ''
			? signIn
			: {...signIn, failure: undefined, request: {kind: 'adopt', token: typed}};
	}

	const credentials = typedCredentials(signIn);
	return credentials
		? {...signIn, failure: undefined, request: {kind: 'sign-in', credentials, region}}
		: focusEmpty(signIn);
};

const updateForm = (signIn: SignIn, action: SignInAction): SignIn => {
	if (action.type === 'sign-in-failed') {
		return {...signIn, request: undefined, failure: action.error};
	}

	// What is on its way is what was typed.
	if (signIn.request) {
		return signIn;
	}

	switch (action.type) {
		case 'field-typed':
			return typeInForm(signIn, action.text);
		case 'field-edited':
			return editForm(signIn, action.edit);
		case 'field-moved':
			return moveFocus(signIn, action.by);
		case 'secret-revealed':
			return {...signIn, isRevealed: !signIn.isRevealed};
		case 'sign-in-switched':
			return switchWay(signIn);
		case 'sign-in-confirmed':
			return submit(signIn);
		default:
			return signIn;
	}
};

/** Takes a question back, else the code step, else leaves the screen. */
export const leaveSignIn = (model: Model, signIn: SignIn): Model => {
	const stay = (changes: Partial<SignIn>): Model => ({
		...model,
		screen: {name: 'sign-in', signIn: {...signIn, request: undefined, ...changes}},
	});
	if (signIn.request) {
		const {code} = signIn;
		return stay({code: code && {...code, digits: ''}});
	}

	return signIn.code
		? stay({code: undefined, failure: undefined})
		: {...model, screen: signIn.back};
};

/** What an action does to the sign-in. Pure. */
export const updateSignIn = (model: Model, action: SignInAction): Model => {
	const {screen} = model;
	if (action.type === 'sign-in-asked') {
		return openSignIn(model);
	}

	if (screen.name !== 'sign-in') {
		return model;
	}

	const {signIn} = screen;
	const stay = (changed: SignIn): Model => ({
		...model,
		screen: {name: 'sign-in', signIn: changed},
	});
	switch (action.type) {
		case 'sign-in-left':
			return leaveSignIn(model, signIn);
		case 'signed-in':
			return finishSignIn(model, signIn, action.account);
		case 'code-sent':
			return stay(awaitCode(signIn, action.challenge, action.at));
		default:
			return stay(
				signIn.code ? updateCode(signIn, signIn.code, action) : updateForm(signIn, action),
			);
	}
};
