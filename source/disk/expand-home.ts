import {homedir} from 'node:os';

/** This user's folder; its name is often the user's own. */
export const homeFolder = homedir();

/** A path with a leading `~` for the home folder, as shells read it. */
export const expandHome = (path: string | undefined): string | undefined =>
	path?.replace(/^~(?=$|[/\\])/, () => homeFolder);
