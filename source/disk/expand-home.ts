import {homedir} from 'node:os';

/** A path with a leading `~` for the home folder, as shells read it. */
export const expandHome = (path: string | undefined): string | undefined =>
	path?.replace(/^~(?=$|[/\\])/, homedir());
