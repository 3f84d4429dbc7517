import {useEffect} from 'react';
import {toErrorReport} from '../../domain/known-error.js';
import {unnamedProfile} from '../../domain/profile-name.js';
import {usualFolder} from '../../domain/usual-folder.js';
import type {LastBackup, ProfileInfo, Services} from '../../services/services.js';
import type {ProfileEntry} from '../profiles/picker.js';
import type {Dispatcher} from './use-model.js';

const toEntry = ({name, session, folder}: ProfileInfo): ProfileEntry => ({
	name,
	account: session && {userId: session.userId, email: session.email, region: session.region},
	folder: folder ?? usualFolder(name === unnamedProfile ? undefined : name),
});

// Each piece of news is a frame: thirty folders are not thirty frames.
const beatMs = 30;

// One after the other: a folder whose disk does not answer holds up this reading alone.
const readLastBackups = async (
	services: Services,
	profiles: readonly ProfileEntry[],
	{signal, tell}: {signal: AbortSignal; tell: (found: ReadonlyMap<string, LastBackup>) => void},
): Promise<void> => {
	const found = new Map<string, LastBackup>();
	let isTelling = false;
	for (const {name, folder} of profiles) {
		const last = await services.lastBackup(folder);
		if (signal.aborted) {
			break;
		}

		found.set(name, last);
		if (isTelling) {
			continue;
		}

		isTelling = true;
		setTimeout(() => {
			isTelling = false;
			if (!signal.aborted) {
				tell(new Map(found));
			}
		}, beatMs);
	}
};

/** Reads which profiles there are each time somebody wants to see them. */
export const useProfiles = (
	services: Services,
	/** The folder of the profile in use; undefined while nobody wants to see any. */
	ownFolder: string | undefined,
	dispatch: Dispatcher,
): void => {
	useEffect(() => {
		if (ownFolder === undefined) {
			return;
		}

		const stop = new AbortController();
		try {
			const profiles = services.profiles().map(toEntry);
			dispatch({type: 'profiles-read', profiles});
			const own = services.profile ?? unnamedProfile;
			const all = [
				...profiles.filter(({name}) => name !== own),
				{name: own, account: undefined, folder: ownFolder},
			];
			void readLastBackups(services, all, {
				signal: stop.signal,
				tell: (lastBackups) => dispatch({type: 'last-backups-read', lastBackups}),
			});
		} catch (error) {
			dispatch({type: 'profiles-failed', error: toErrorReport(error)});
		}

		return () => stop.abort();
	}, [services, ownFolder, dispatch]);
};
