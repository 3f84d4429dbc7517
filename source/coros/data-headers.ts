/**
 * The headers of every data request, as the web app sends them. Only COROS's API hosts get these:
 * the file host serves its links without.
 */
export const toDataHeaders = ({
	accessToken,
	userId,
}: {
	readonly accessToken: string;
	readonly userId: string | undefined;
}): Record<string, string> => ({
	accesstoken: accessToken,
	...(userId !== undefined && {yfheader: JSON.stringify({userId})}),
});
