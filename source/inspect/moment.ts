/** Only a time that says its zone names a moment; COROS writes `2022-11-12T12:33:53Z`. */
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** An ISO 8601 moment in whole Unix seconds, or `undefined` where the text is none. */
export const parseMoment = (text: string): number | undefined => {
	const trimmed = text.trim();
	if (!moment.test(trimmed)) return undefined;
	const seconds = Math.floor(Date.parse(trimmed) / 1000);
	return Number.isNaN(seconds) ? undefined : seconds;
};
