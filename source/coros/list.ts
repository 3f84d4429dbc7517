import type {Activity} from '../domain/activity.js';
import {type Answer, resultCode, toRefusal} from './answer.js';
import {toActivity} from './to-activity.js';

/** The largest page COROS answers; 438 was refused. */
export const pageSize = 200;

// Nobody has this many; a service that says so is not to be believed for ever.
const mostPages = 2500;

// A list that moves while it is read is read again, but not for ever.
const mostPasses = 3;

/** Days, inclusive, `YYYY-MM-DD`; what is missing is open. */
export type ListWindow = {readonly from?: string | undefined; readonly to?: string | undefined};

/** One page of the list, newest first. */
export type ListPage = {
	readonly activities: readonly Activity[];
	/** Items whose id or day could not be read. */
	readonly unreadable: number;
	/** How many activities match, as the service counts; it may change from page to page. */
	readonly total: number | undefined;
	readonly pages: number | undefined;
};

/** How a listing ended. */
export type ListOutcome = {
	readonly total: number | undefined;
	/** Whether what was received agrees with the service's own count. */
	readonly complete: boolean;
	readonly unreadable: number;
};

export type CallApi = (
	method: 'GET' | 'POST',
	path: string,
	query: Readonly<Record<string, string | number>>,
	signal: AbortSignal,
) => Promise<Answer>;

const shiftDay = (day: string, days: number): string => {
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() + days);
	return date.toISOString().slice(0, 10).replaceAll('-', '');
};

/**
 * Always both ends: an unbounded query was seen to answer from a stale cache, and a one-sided one
 * relies on luck. A day wider than asked, as the service's idea of a day may differ from the
 * activity's; whoever asked filters by the activity's own day.
 */
const toQuery = ({from, to}: ListWindow) => ({
	startDay: from === undefined ? '20000101' : shiftDay(from, -1),
	endDay: shiftDay(to ?? new Date().toISOString().slice(0, 10), to === undefined ? 2 : 1),
});

/** Reads one page. A page past the end, and an empty account, have no `dataList` at all. */
export const readPage = async (
	call: CallApi,
	window: ListWindow,
	pageNumber: number,
	signal: AbortSignal,
): Promise<ListPage> => {
	const query = {size: pageSize, pageNumber, ...toQuery(window), modeList: ''};
	const answer = await call('GET', '/activity/query', query, signal);
	if (answer.result !== resultCode.ok) {
		throw toRefusal(answer);
	}

	const {dataList, list, count, totalPage} = answer.data ?? {};
	const items = Array.isArray(dataList) ? dataList : Array.isArray(list) ? list : [];
	const activities = items.map(toActivity);
	const readable = activities.filter((activity) => activity !== undefined);
	return {
		activities: readable,
		unreadable: activities.length - readable.length,
		total: typeof count === 'number' ? count : undefined,
		pages:
			typeof count === 'number'
				? Math.ceil(count / pageSize)
				: typeof totalPage === 'number'
					? totalPage
					: undefined,
	};
};

type ReadPage = (pageNumber: number) => Promise<ListPage>;

const isLast = ({activities, unreadable, pages}: ListPage, pageNumber: number): boolean => {
	const items = activities.length + unreadable;
	return pages === undefined ? items < pageSize : pageNumber >= pages || items === 0;
};

// Pages in their order, `parallel` of them under way at a time once the first has told how many.
async function* readAhead(
	first: ListPage,
	read: ReadPage,
	parallel: number,
): AsyncGenerator<ListPage> {
	yield first;
	const last = Math.min(first.pages ?? mostPages, mostPages);
	const ahead: Array<Promise<ListPage>> = [];
	let next = 2;
	let page = first;
	for (let current = 1; !isLast(page, current) && current < last; ) {
		while (ahead.length < (first.pages === undefined ? 1 : parallel) && next <= last) {
			const reading = read(next);
			reading.catch(() => {}); // Reported when its turn comes; until then nobody listens.
			ahead.push(reading);
			next += 1;
		}

		const reading = ahead.shift();
		if (!reading) {
			return;
		}

		page = await reading;
		current += 1;
		yield page;
	}
}

/**
 * Reads the whole list, page by page as they arrive, each activity once. Pages are cut by offset,
 * so an upload while they are read shifts items from one to the next: when counts change or do not
 * add up, everything is read again and what had slipped through is delivered then.
 */
export async function* listActivities(
	call: CallApi,
	window: ListWindow,
	options: {
		readonly signal: AbortSignal;
		readonly parallel: number;
		/** The first page, where it has been read already. */
		readonly first?: ListPage;
	},
): AsyncGenerator<ListPage, ListOutcome> {
	const read: ReadPage = (number) => readPage(call, window, number, options.signal);
	const delivered = new Set<string>();
	let outcome: ListOutcome = {total: undefined, complete: false, unreadable: 0};
	for (let pass = 1; pass <= mostPasses && !outcome.complete; pass += 1) {
		const first = pass === 1 && options.first ? options.first : await read(1);
		const seen = new Set<string>();
		let unreadable = 0;
		let steady = true;
		for await (const page of readAhead(first, read, options.parallel)) {
			const fresh = page.activities.filter(({id}) => !delivered.has(id));
			for (const {id} of page.activities) {
				seen.add(id);
				delivered.add(id);
			}

			unreadable += page.unreadable;
			steady &&= page.total === undefined || page.total === first.total;
			if (fresh.length > 0 || pass === 1) {
				yield {...page, activities: fresh};
			}
		}

		const received = seen.size + unreadable;
		outcome = {
			total: first.total,
			complete: steady && (first.total === undefined || received === first.total),
			unreadable,
		};
	}

	return outcome;
}
