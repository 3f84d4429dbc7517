import {useEffect} from 'react';
import type {Services} from '../../services/services.js';

/** Forgets the session once the model says that nobody is signed in. */
export const useAccount = (services: Services, isSignedIn: boolean): void => {
	useEffect(() => {
		if (!isSignedIn && services.session()) {
			services.signOut();
		}
	}, [services, isSignedIn]);
};
