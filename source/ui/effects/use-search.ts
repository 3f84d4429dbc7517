import {useEffect} from 'react';
import type {Activity} from '../../domain/activity.js';
import {prepareSearch} from '../table/search.js';

// A few milliseconds; keys have their turn in between.
const atOnce = 5000;

/** Makes a search ready while somebody begins to type one, so that no letter has to wait for it. */
export const useSearch = (rows: readonly Activity[] | undefined): void => {
	useEffect(() => {
		if (!rows) {
			return;
		}

		let next: NodeJS.Immediate;
		const prepare = () => {
			if (prepareSearch(rows, atOnce)) {
				next = setImmediate(prepare);
			}
		};
		next = setImmediate(prepare);
		return () => clearImmediate(next);
	}, [rows]);
};
