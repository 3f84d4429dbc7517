import type {ServerResponse} from 'node:http';
import type {SimulatedAccount} from './accounts.js';
import type {Behaviour, SimulatedRequest} from './behaviour.js';
import {send, sendData, sendRefusal} from './respond.js';
import type {ServedActivity} from './served-activity.js';

const apiCode = 'C33BB719';

const byStartNewestFirst = (a: ServedActivity, b: ServedActivity): number =>
	Number(b.item.startTime ?? 0) - Number(a.item.startTime ?? 0);

/** Adds an activity where its start belongs, as the service's own order has it. */
export const addActivity = (account: SimulatedAccount, activity: ServedActivity): void => {
	const at = account.activities.findIndex((other) => byStartNewestFirst(activity, other) < 0);
	account.activities.splice(at === -1 ? account.activities.length : at, 0, activity);
};

const toDate = (day: string | undefined): number | undefined => (day ? Number(day) : undefined);

/** Whether an activity is asked for; made once a request, as a hundred thousand may be looked at. */
const createFilter = (from: number | undefined, to: number | undefined, modes: string) => {
	const isAnySport = modes === '' || modes === '0';
	const sports = new Set(modes.split(','));
	return ({item: {date, sportType}}: ServedActivity): boolean =>
		(typeof date !== 'number' ||
			((from === undefined || date >= from) && (to === undefined || date <= to))) &&
		(isAnySport || sports.has(String(sportType)));
};

/**
 * `GET /activity/query`: pages by offset, newest first; `startDay` and `endDay` inclusive on the
 * local `date`; unknown parameters ignored; list fields absent where there is nothing.
 */
export const answerList = (
	{query}: SimulatedRequest,
	response: ServerResponse,
	account: SimulatedAccount,
	behaviour: Behaviour,
): void => {
	const size = Number(query.size ?? 20);
	const pageNumber = Number(query.pageNumber ?? 1);
	if (!Number.isInteger(size) || size < 1 || size > 200 || !(pageNumber >= 1)) {
		sendRefusal(response, '1001');
		return;
	}

	const {startDay, endDay, modeList = ''} = query;
	const matching = account.activities.filter(
		createFilter(toDate(startDay), toDate(endDay), modeList),
	);
	const count = matching.length + (matching.length === 0 ? 0 : behaviour.countOffset);
	const page = matching.slice((pageNumber - 1) * size, pageNumber * size).map(({item}) => item);
	const data = {
		count,
		...(count > 0 && {totalPage: Math.ceil(count / size), pageNumber}),
		...(page.length > 0 && {dataList: page}),
	};
	if (behaviour.numericIds) {
		const text = JSON.stringify({apiCode, message: 'OK', result: '0000', data});
		const bare = text.replaceAll(/"labelId":"(\d+)"/g, '"labelId":$1');
		send(response, 200, 'application/json', bare);
	} else {
		sendData(response, apiCode, data);
	}

	if (pageNumber === 1 && size > 1) {
		for (const activity of behaviour.arriving.splice(0)) {
			addActivity(account, activity);
		}
	}
};
