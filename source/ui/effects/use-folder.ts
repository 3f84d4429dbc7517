import {useEffect} from 'react';
import type {Services} from '../../services/services.js';

/** Shows the folder in the system's file manager at each new number. */
export const useFolder = (services: Services, openings: number): void => {
	useEffect(() => {
		if (openings > 0) {
			void services.openFolder();
		}
	}, [services, openings]);
};
