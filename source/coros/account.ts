import {KnownError} from '../domain/known-error.js';
import {toPrintable} from '../domain/printable.js';
import {isJsonObject, type JsonObject} from './answer.js';
import {toUserId} from './identity.js';

/** Who is signed in, as far as a backup cares. */
export type Account = {
	readonly userId: string;
	readonly email: string | undefined;
	readonly nickname: string | undefined;
	/** COROS's own total, a cross-check for a backup. */
	readonly activityCount: number | undefined;
};

const toLine = (value: unknown): string | undefined =>
	(typeof value === 'string' && toPrintable(value.slice(0, 254))) || undefined;

/** Reads `/account/query`. The answer echoes the live token, so it is never kept or logged whole. */
export const toAccount = (data: JsonObject): Account => {
	const {email, nickname, sportDataSummary} = data;
	const userId = toUserId(data.userId);
	if (userId === undefined) {
		throw new KnownError('unexpected-response', {detail: 'an account without a user id'});
	}

	const count = isJsonObject(sportDataSummary) ? sportDataSummary.count : undefined;
	return {
		userId,
		email: toLine(email),
		nickname: toLine(nickname),
		activityCount: typeof count === 'number' ? count : undefined,
	};
};
