import type {ProfileEntry} from '../../../source/ui/profiles/picker.js';

/** A profile with somebody signed in. */
export const makeProfile = (name: string, changes: Partial<ProfileEntry> = {}): ProfileEntry => ({
	name,
	account: {userId: `9${name.length}`, email: `${name}@example.org`, region: 'eu'},
	folder: `/home/ann/athletes/${name}`,
	...changes,
});

/** `athlete-01` and so on. */
export const makeProfiles = (count: number): ProfileEntry[] =>
	Array.from({length: count}, (_, index) =>
		makeProfile(`athlete-${String(index + 1).padStart(2, '0')}`),
	);
