/**
 * A user id as the service sends it: decimal digits. It becomes part of a header and of a file name, so
 * anything but letters, digits and hyphens is none.
 */
export const toUserId = (value: unknown): string | undefined => {
	const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
	return /^[\w-]{1,40}$/.test(text) ? text : undefined;
};

/** A session token: what can stand in a header, and no more than one line of it. */
export const toToken = (value: unknown): string | undefined =>
	typeof value === 'string' && /^[\u0021-\u007E]{1,2048}$/.test(value) ? value : undefined;
