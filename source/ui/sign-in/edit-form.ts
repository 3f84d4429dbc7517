import {regions} from '../../domain/region.js';
import {
	editField,
	type Field,
	type FieldEdit,
	fieldText,
	toField,
	typeInto,
} from '../field/field.js';
import {fieldsOf, type SignIn, type SignInFocus} from './sign-in.js';

const places = ['auto', ...regions] as const;

const nextPlace = (region: SignIn['region'], by: 1 | -1): SignIn['region'] =>
	places[(places.indexOf(region) + by + places.length) % places.length] ?? 'auto';

const changeField = (signIn: SignIn, change: (field: Field) => Field): SignIn =>
	signIn.focus === 'region' ? signIn : {...signIn, [signIn.focus]: change(signIn[signIn.focus])};

// Copied with its name or in quotes, as a browser shows it.
const tidyToken = (text: string): string =>
	text
		.replaceAll(/\s/g, '')
		.replace(/^["']*(CPL-coros-token[=:]?)?["']*/, '')
		.replace(/["';]+$/, '');

/** Text for the field with the caret, typed or pasted. */
export const typeInForm = (signIn: SignIn, text: string): SignIn => {
	const fit = signIn.focus === 'token' ? tidyToken(text) : text;
	return changeField(signIn, (field) => typeInto(field, fit));
};

/** An editing key; in the region's line the arrows choose. */
export const editForm = (signIn: SignIn, edit: FieldEdit): SignIn => {
	if (signIn.focus !== 'region') {
		return changeField(signIn, (field) => editField(field, edit));
	}

	return edit === 'left' || edit === 'right'
		? {...signIn, region: nextPlace(signIn.region, edit === 'left' ? -1 : 1)}
		: signIn;
};

const focusOn = (signIn: SignIn, focus: SignInFocus): SignIn =>
	focus === 'region'
		? {...signIn, focus}
		: {...signIn, focus, [focus]: toField(fieldText(signIn[focus]))};

/** The next field, or the one before, round and round. */
export const moveFocus = (signIn: SignIn, by: 1 | -1): SignIn => {
	const fields = fieldsOf(signIn);
	const index = (fields.indexOf(signIn.focus) + by + fields.length) % fields.length;
	return focusOn(signIn, fields[index] ?? signIn.focus);
};

/** The next field that needs something, where one does. */
export const focusEmpty = (signIn: SignIn): SignIn => {
	const empty = fieldsOf(signIn).find(
		(field) =>
			field !== 'region' && field !== signIn.focus && fieldText(signIn[field]).trim() === '',
	);
	return empty ? focusOn(signIn, empty) : signIn;
};

/** Password or token; what is typed of either stays. */
export const switchWay = (signIn: SignIn): SignIn => {
	const way = signIn.way === 'token' ? 'password' : 'token';
	const focus = fieldsOf({way})[0] ?? signIn.focus;
	const switched: SignIn = {...signIn, way, failure: undefined, isRevealed: false};
	return fieldText(switched.email) !== '' && way === 'password'
		? focusOn(switched, 'password')
		: focusOn(switched, focus);
};
