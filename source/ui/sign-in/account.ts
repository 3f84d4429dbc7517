import type {Session} from '../../domain/session.js';
import type {Account} from '../model.js';

/** What the app shows of a session: not its token. */
export const toAccount = ({userId, email, region}: Session): Account => ({userId, email, region});
