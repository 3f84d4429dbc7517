import type {Activity} from '../domain/activity.js';
import {KnownError} from '../domain/known-error.js';
import {type Answer, resultCode, toRefusal} from './answer.js';
import {toActivity} from './to-activity.js';

/** The largest page COROS answers; 438 was refused. */
export const pageSize = 200;

// Nobody has this many; a service that says so is not to be believed for ever.
const mostPages = 2500;

/** All pages of one reading, in characters: a hundred thousand activities come to half of it. */
const mostCharacters = 256 * 1024 * 1024;

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
	/** Characters of the answer. */
	readonly size: number;
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
	const isList = [dataList, list].some(Array.isArray) || typeof (count ?? totalPage) === 'number';
	if (!isList) {
		// Taken for an empty account, this would say that all is done.
		throw new KnownError('unexpected-response', {
			detail: 'a list without items and without a count',
		});
	}

	const items = Array.isArray(dataList) ? dataList : Array.isArray(list) ? list : [];
	const activities = items.map(toActivity);
	const readable = activities.filter((activity) => activity !== undefined);
	const once = new Map(readable.map((activity) => [activity.id, activity]));
	return {
		activities: [...once.values()],
		unreadable: activities.length - readable.length,
		size: answer.size,
		total: typeof count === 'number' ? count : undefined,
		pages:
			typeof count === 'number'
				? Math.ceil(count / pageSize)
				: typeof totalPage === 'number'
					? totalPage
					: undefined,
	};
};

type ReadPage = (pageNumber: number, signal: AbortSignal) => Promise<ListPage>;

const isLast = ({activities, unreadable, pages}: ListPage, pageNumber: number): boolean => {
	const items = activities.length + unreadable;
	return pages === undefined ? items < pageSize : pageNumber >= pages || items === 0;
};

// Pages in their order, `parallel` of them under way at a time once the first has told how many.
async function* readAhead(
	first: ListPage,
	read: ReadPage,
	parallel: () => number,
	caller: AbortSignal,
): AsyncGenerator<ListPage> {
	const stop = new AbortController();
	const onAbort = () => stop.abort(caller.reason);
	caller.addEventListener('abort', onAbort, {once: true});
	if (caller.aborted) {
		onAbort();
	}

	try {
		yield* readInOrder(first, (pageNumber) => read(pageNumber, stop.signal), parallel);
	} finally {
		// One page that cannot be had, or a list that says nothing new, and nobody asks for more.
		stop.abort();
		caller.removeEventListener('abort', onAbort);
	}
}

async function* readInOrder(
	first: ListPage,
	read: (pageNumber: number) => Promise<ListPage>,
	parallel: () => number,
): AsyncGenerator<ListPage> {
	const last = Math.min(first.pages ?? mostPages, mostPages);
	const ahead: Array<Promise<ListPage>> = [];
	let next = 2;
	let page = first;
	for (let current = 1; ; current += 1) {
		const isEnd = isLast(page, current) || current >= last;
		// Asked for before anybody looks at the page that is here.
		while (!isEnd && ahead.length < (first.pages === undefined ? 1 : parallel()) && next <= last) {
			const reading = read(next);
			reading.catch(() => {}); // Reported when its turn comes; until then nobody listens.
			ahead.push(reading);
			next += 1;
		}

		yield page;
		const reading = isEnd ? undefined : ahead.shift();
		if (!reading) {
			return;
		}

		page = await reading;
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
		/** How many may be under way at a time, by now. */
		readonly parallel: () => number;
		/** The first page, where it has been read already. */
		readonly first?: ListPage;
	},
): AsyncGenerator<ListPage, ListOutcome> {
	const read: ReadPage = (number, signal) => readPage(call, window, number, signal);
	const delivered = new Set<string>();
	let outcome: ListOutcome = {total: undefined, complete: false, unreadable: 0};
	for (let pass = 1; pass <= mostPasses && !outcome.complete; pass += 1) {
		const first = pass === 1 && options.first ? options.first : await read(1, options.signal);
		const seen = new Set<string>();
		let unreadable = 0;
		let size = 0;
		let steady = true;
		for await (const page of readAhead(first, read, options.parallel, options.signal)) {
			size += page.size;
			if (size > mostCharacters) {
				throw new KnownError('unexpected-response', {detail: 'a list without an end'});
			}

			const isRepeated = page !== first && page.activities.every(({id}) => seen.has(id));
			if (isRepeated && page.activities.length > 0) {
				break; // Whatever page is asked for, the same comes back.
			}

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
