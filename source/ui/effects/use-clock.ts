import {useEffect} from 'react';
import {toLocalDay} from '../../domain/local-time.js';
import {every} from './every.js';
import type {Dispatcher} from './use-model.js';

const minuteMs = 60_000;

/** Tells the model what time it is, once a minute: enough for days and for the list's age. */
export const useClock = (dispatch: Dispatcher): void => {
	useEffect(() => {
		const tell = () => {
			const now = new Date();
			const today = toLocalDay(now.getTime() / 1000, -now.getTimezoneOffset());
			dispatch({type: 'minute-passed', at: now.getTime(), today});
		};
		tell();
		return every(minuteMs, tell);
	}, [dispatch]);
};
