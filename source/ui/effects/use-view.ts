import {useEffect} from 'react';
import type {Services} from '../../services/services.js';
import type {SavedView} from '../view/saved-view.js';

// Typing changes the view at every key; the disk need not know each.
const restMs = 500;

/** Keeps what the next start is to find: when changes have come to rest, and at the end. */
export const useView = (
	services: Services,
	view: SavedView,
	{isSignedIn, isEnding}: {readonly isSignedIn: boolean; readonly isEnding: boolean},
): void => {
	useEffect(() => {
		const save = () => {
			try {
				const kept = services.view();
				// A profile that nobody has signed in to is none, and leaves nothing behind.
				const isOurs = isSignedIn || kept !== undefined;
				if (isOurs && JSON.stringify(kept) !== JSON.stringify(view)) {
					services.saveView(view);
				}
			} catch {
				// A disk that takes nothing is told of where it matters: with the files.
			}
		};
		if (isEnding) {
			save();
			return;
		}

		const timer = setTimeout(save, restMs);
		return () => clearTimeout(timer);
	}, [services, view, isSignedIn, isEnding]);
};
