import type {ErrorReport} from '../../domain/known-error.js';
import type {Region} from '../../domain/region.js';
import type {Credentials, TwoFactorChallenge} from '../../domain/session.js';
import type {BackUpRequest} from '../../services/services.js';
import {type Field, fieldText, toField} from '../field/field.js';
import type {OpenScreen} from '../screen.js';

/** What is asked of COROS; a new object is a new question, none takes the last one back. */
export type SignInRequest =
	| {
			readonly kind: 'sign-in';
			readonly credentials: Credentials;
			readonly region: Region | 'auto';
	  }
	| {readonly kind: 'adopt'; readonly token: string}
	| {readonly kind: 'answer'; readonly challenge: TwoFactorChallenge; readonly code: string}
	| {readonly kind: 'resend'; readonly challenge: TwoFactorChallenge};

/** The second step, while a mailed code is waited for. */
export type CodeStep = {
	readonly challenge: TwoFactorChallenge;
	readonly digits: string;
	/** When the mail was asked for and what time it is, in milliseconds; unknown for an older one. */
	readonly sentAt: number | undefined;
	readonly now: number | undefined;
};

/** Where typing goes. */
export type SignInFocus = 'email' | 'password' | 'region' | 'token';

/** What is typed to sign in. Password and token live here alone, and end with the screen. */
export type SignIn = {
	/** By password, which is a new login, or by the token of one there is. */
	readonly way: 'password' | 'token';
	readonly focus: SignInFocus;
	readonly email: Field;
	readonly password: Field;
	readonly token: Field;
	readonly region: Region | 'auto';
	readonly isRevealed: boolean;
	readonly request: SignInRequest | undefined;
	readonly code: CodeStep | undefined;
	/** Why the last attempt came to nothing. */
	readonly failure: ErrorReport | undefined;
	/** Why it is asked at all, where something was interrupted by it. */
	readonly reason: ErrorReport | undefined;
	/** Where the person was. */
	readonly back: OpenScreen;
	/** The backup that goes on afterwards. */
	readonly resume: BackUpRequest | undefined;
};

/** Empty, but for the e-mail used last. */
export const startSignIn = (
	email: string | undefined,
	from: Pick<SignIn, 'back' | 'reason' | 'resume'>,
): SignIn => ({
	way: 'password',
	focus: email === undefined ? 'email' : 'password',
	email: toField(email),
	password: toField(),
	token: toField(),
	region: 'auto',
	isRevealed: false,
	request: undefined,
	code: undefined,
	failure: undefined,
	...from,
});

/** A mailed code is what is missing now. */
export const awaitCode = (
	signIn: SignIn,
	challenge: TwoFactorChallenge,
	sentAt?: number,
): SignIn => ({
	...signIn,
	email: toField(challenge.email),
	request: undefined,
	failure: undefined,
	code: {challenge, digits: '', sentAt, now: sentAt},
});

/** The fields of a way, from top to bottom. */
export const fieldsOf = ({way}: Pick<SignIn, 'way'>): readonly SignInFocus[] =>
	way === 'token' ? ['token'] : ['email', 'password', 'region'];

/** The credentials as typed; undefined while one is missing. */
export const typedCredentials = ({email, password}: SignIn): Credentials | undefined => {
	const credentials = {email: fieldText(email).trim(), password: fieldText(password)};
	return credentials.email === '' || credentials.password === '' ? undefined : credentials;
};

/** How long a mail may take before another is asked for, in milliseconds. */
export const resendPauseMs = 30_000;

/** Seconds until a new code may be asked for; 0 where it may be now. */
export const secondsToResend = ({sentAt, now}: CodeStep): number =>
	sentAt === undefined || now === undefined
		? 0
		: Math.max(0, Math.ceil((sentAt + resendPauseMs - now) / 1000));
