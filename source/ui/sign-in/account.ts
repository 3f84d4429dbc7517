import type {Region} from '../../domain/region.js';
import type {Session} from '../../domain/session.js';

/** Who is signed in; the e-mail is missing where a token was pasted. */
export type Account = {
	readonly userId: string;
	readonly email: string | undefined;
	readonly region: Region;
};

/** What the app shows of a session: not its token. */
export const toAccount = ({userId, email, region}: Session): Account => ({userId, email, region});
