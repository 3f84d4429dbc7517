const dayMs = 86_400_000;

/** Ten thousand years and more have no place in an XML Schema date; before 1970 there was no FIT. */
const lastMs = 253_402_300_799_999;

const pad = Array.from({length: 60}, (_, number) => String(number).padStart(2, '0'));

const toMs = (unixSeconds: number): number | undefined => {
	const ms = Math.round(unixSeconds * 1000);
	return ms >= 0 && ms <= lastMs ? ms : undefined;
};

/** Whether Unix seconds name a moment that can be written. */
export const isMoment = (unixSeconds: number): boolean => toMs(unixSeconds) !== undefined;

/**
 * A writer of Unix seconds as `2025-01-10T06:15:00Z`, with milliseconds only where there are some,
 * and as nothing where there is no moment. Quick for many moments of one day.
 */
export const createClock = (): ((unixSeconds: number) => string) => {
	let day = Number.NaN;
	let date = '';
	return (unixSeconds) => {
		const ms = toMs(unixSeconds);
		if (ms === undefined) return '';
		const today = Math.floor(ms / dayMs);
		if (today !== day) {
			day = today;
			date = new Date(today * dayMs).toISOString().slice(0, 11);
		}

		const second = Math.floor((ms - today * dayMs) / 1000);
		const hours = Math.floor(second / 3600);
		const minutes = Math.floor((second % 3600) / 60);
		const rest = ms % 1000;
		const fraction = rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`;
		return `${date}${pad[hours]}:${pad[minutes]}:${pad[second % 60]}${fraction}Z`;
	};
};
