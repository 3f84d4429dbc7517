import {useEffect} from 'react';
import type {Services} from '../../services/services.js';
import {type SignIn, secondsToResend} from '../sign-in/sign-in.js';
import {every} from './every.js';
import {runSignIn} from './run-sign-in.js';
import type {Dispatcher} from './use-model.js';

/** Asks COROS what the sign-in asks, and gives the question up when it does. Keeps its clock. */
export const useSignIn = (
	services: Services,
	signIn: SignIn | undefined,
	dispatch: Dispatcher,
): void => {
	const request = signIn?.request;
	useEffect(() => {
		if (!request) {
			return;
		}

		const stop = new AbortController();
		void runSignIn(services, request, stop.signal, dispatch);
		return () => stop.abort();
	}, [services, request, dispatch]);
	const isWaiting = signIn?.code !== undefined && secondsToResend(signIn.code) > 0;
	useEffect(
		() =>
			isWaiting ? every(1000, () => dispatch({type: 'clock-ticked', at: Date.now()})) : undefined,
		[isWaiting, dispatch],
	);
};
