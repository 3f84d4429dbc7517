const pad = Array.from({length: 60}, (_, number) => String(number).padStart(2, '0'));

/** A writer of Unix seconds as `2025-01-10T06:15:00Z`, quick for many moments of one day. */
export const createClock = (): ((unixSeconds: number) => string) => {
	let day = Number.NaN;
	let date = '';
	return (unixSeconds) => {
		const today = Math.floor(unixSeconds / 86_400);
		if (today !== day) {
			day = today;
			date = new Date(today * 86_400_000).toISOString().slice(0, 11);
		}

		const second = unixSeconds - today * 86_400;
		const hours = Math.floor(second / 3600);
		const minutes = Math.floor((second % 3600) / 60);
		return `${date}${pad[hours]}:${pad[minutes]}:${pad[second % 60]}Z`;
	};
};

/** Seconds as `01:02:03`. */
export const toDuration = (seconds: number): string => {
	const whole = Math.round(seconds);
	return [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
		.map((part) => String(part).padStart(2, '0'))
		.join(':');
};
