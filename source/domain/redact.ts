/** Text with its secrets replaced. */
export type Redact = (text: string) => string;

const email = /[^\s"'<>@=:,;()]+@[^\s"'<>@:,;()]+\.[a-z]{2,}/gi;
// A session token is 32 hex digits; a longer run is as likely to be secret.
const token = /\b[\da-f]{32,}\b/gi;
const query = /(https?:\/\/[^\s?#"'<>]+)[?#][^\s"'<>]*/gi;
const password =
	/("?(?:password|passwd|pwd|p1|p2|accesstoken|token)"?\s*[:=]\s*)("[^"]*"|[^\s,;}"]+)/gi;

// Shorter ones are words that stand everywhere.
const shortest = 4;

/**
 * Makes a function that takes secrets out of a text that somebody may paste elsewhere: what is known
 * to be secret, and whatever looks like an e-mail address, a token, a password or a link's query.
 * The home folder becomes `~`, as it is often somebody's name.
 */
export const createRedact = ({
	home,
	secrets,
}: {
	readonly home: string | undefined;
	/** What to hide, and what to show instead. */
	readonly secrets: ReadonlyArray<readonly [secret: string | undefined, shown: string]>;
}): Redact => {
	const known = secrets
		.filter((pair): pair is [string, string] => (pair[0]?.length ?? 0) >= shortest)
		.sort(([a], [b]) => b.length - a.length);
	return (text) => {
		let clean = text;
		for (const [secret, shown] of known) {
			clean = clean.replaceAll(secret, () => shown);
		}

		if (home !== undefined && home.length > 1) {
			clean = clean.replaceAll(home, '~');
		}

		return clean
			.replace(query, '$1?…')
			.replace(password, '$1…')
			.replace(email, '(e-mail)')
			.replace(token, '(token)');
	};
};
