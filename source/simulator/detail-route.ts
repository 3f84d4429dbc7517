import type {ServerResponse} from 'node:http';
import type {SimulatedAccount} from './accounts.js';
import type {Behaviour, SimulatedRequest} from './behaviour.js';
import {sendData, sendRefusal} from './respond.js';

const apiCode = 'E2B0C4F7';

// Real answers come to about a megabyte, most of it samples.
const padding = Array.from({length: 12_000}, (_, index) => ({
	timestamp: 178_020_965_100 + index * 100,
	gpsLat: 462_979_233 + index,
	gpsLon: 78_912_345 - index,
	heart: 120 + (index % 40),
}));

/** `POST /activity/detail/query`; anything but POST is refused with 1001. */
export const answerDetail = (
	{method, query}: SimulatedRequest,
	response: ServerResponse,
	account: SimulatedAccount,
	{detail}: Behaviour,
): void => {
	const activity = account.activities.find(({id}) => id === query.labelId);
	if (method !== 'POST' || !activity) {
		sendRefusal(response, '1001');
		return;
	}

	const {summary, ...rest} = activity.detail();
	sendData(response, apiCode, {
		...rest,
		...(detail !== 'no-summary' && {summary}),
		...(detail === 'large' && {frequencyList: padding}),
	});
};
