import {useEffect} from 'react';
import type {Activity} from '../../domain/activity.js';
import {prepareOrders} from '../table/order.js';

// Fewer are put in order within a frame when somebody asks for it.
const few = 2000;

/** A fraction of a frame; keys have their turn in between. */
const longestTurnMs = 4;

/** Makes orders ready while nobody asks for one, so that a key for it need not wait. */
export const useOrder = (activities: readonly Activity[] | undefined): void => {
	useEffect(() => {
		if (!activities || activities.length < few) {
			return;
		}

		const steps = prepareOrders(activities);
		let next: NodeJS.Immediate;
		const prepare = () => {
			const until = performance.now() + longestTurnMs;
			do {
				if (steps.next().done) {
					return;
				}
			} while (performance.now() < until);

			next = setImmediate(prepare);
		};
		next = setImmediate(prepare);
		return () => clearImmediate(next);
	}, [activities]);
};
