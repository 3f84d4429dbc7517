import {KnownError} from '../domain/known-error.js';
import {isJsonObject, type JsonObject} from './answer.js';

/** Who is signed in, as far as a backup cares. */
export type Account = {
	readonly userId: string;
	readonly email: string | undefined;
	readonly nickname: string | undefined;
	/** COROS's own total, a cross-check for a backup. */
	readonly activityCount: number | undefined;
};

/** Reads `/account/query`. The answer echoes the live token, so it is never kept or logged whole. */
export const toAccount = (data: JsonObject): Account => {
	const {userId, email, nickname, sportDataSummary} = data;
	if (userId === undefined || userId === null) {
		throw new KnownError('unexpected-response', {detail: 'an account without a user id'});
	}

	const count = isJsonObject(sportDataSummary) ? sportDataSummary.count : undefined;
	return {
		userId: String(userId),
		email: typeof email === 'string' && email !== '' ? email : undefined,
		nickname: typeof nickname === 'string' && nickname !== '' ? nickname : undefined,
		activityCount: typeof count === 'number' ? count : undefined,
	};
};
