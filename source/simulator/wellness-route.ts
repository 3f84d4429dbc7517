import type {ServerResponse} from 'node:http';
import type {SimulatedAccount} from './accounts.js';
import type {SimulatedRequest} from './behaviour.js';
import {sendData, sendRefusal} from './respond.js';

const dayMs = 24 * 60 * 60 * 1000;

const isDay = (text: string | undefined): text is string => /^\d{8}$/.test(text ?? '');

const toMs = (day: string): number =>
	Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6)));

const toDay = (ms: number): number =>
	Number(new Date(ms).toISOString().slice(0, 10).replaceAll('-', ''));

/** A number that is the same for the same day, from 0 to 1: a person is not the same every day. */
const wave = (day: number, salt: number): number =>
	(Math.sin(day * 0.37 + salt) + Math.sin(day * 0.11 + salt * 3)) / 4 + 0.5;

const dayDetail = (ms: number, account: SimulatedAccount) => {
	const day = toDay(ms);
	const index = ms / dayMs;
	const own = account.activities.filter(({item}) => item.date === day);
	const sum = (key: string) => own.reduce((all, {item}) => all + (Number(item[key]) || 0), 0);
	return {
		happenDay: day,
		timestamp: ms / 1000,
		rhr: Math.round(44 + wave(index, 1) * 8),
		// A watch that lay on the table knows nothing of that night.
		...(wave(index, 2) > 0.15 && {
			avgSleepHrv: Math.round(48 + wave(index, 3) * 30),
			sleepHrvBase: 61,
		}),
		staminaLevel: Math.round(600 + wave(index, 4) * 60) / 10,
		tiredRateNew: Math.round(wave(index, 5) * 100) / 100,
		...(own.length > 0 && {
			distance: Math.round(sum('distance')),
			duration: sum('workoutTime'),
			trainingLoad: sum('trainingLoad'),
		}),
	};
};

const schedule = (first: number, last: number) => {
	const mondays: number[] = [];
	for (let at = first; at <= last; at += dayMs) {
		if (new Date(at).getUTCDay() === 1) {
			mondays.push(toDay(at));
		}
	}

	return {
		id: '0',
		name: 'Training',
		maxIdInPlan: String(mondays.length),
		pbVersion: 2,
		entities: mondays.map((happenDay, index) => ({happenDay, idInPlan: String(index + 1)})),
		programs: mondays.map((_, index) => ({idInPlan: String(index + 1), name: 'Easy hour'})),
		sportDatasInPlan: [],
		sportDatasNotInPlan: [],
	};
};

const longestMs = 24 * 7 * dayMs;

/** The endpoints beside activities; false where the path is none of them. All answer GET alone. */
export const answerWellness = (
	{method, path, query}: SimulatedRequest,
	response: ServerResponse,
	account: SimulatedAccount,
): boolean => {
	const isSchedule = path === '/training/schedule/query';
	const [from, to] = isSchedule ? [query.startDate, query.endDate] : [query.startDay, query.endDay];
	switch (path) {
		case '/analyse/dayDetail/query':
		case '/training/schedule/query': {
			if (method !== 'GET' || !isDay(from) || !isDay(to) || toMs(to) - toMs(from) > longestMs) {
				sendRefusal(response, '1001');
				return true;
			}

			const dayList = [];
			for (let at = toMs(from); at <= toMs(to) && at <= Date.now(); at += dayMs) {
				dayList.push(dayDetail(at, account));
			}

			sendData(response, '6F1C5A20', isSchedule ? schedule(toMs(from), toMs(to)) : {dayList});
			return true;
		}
		case '/dashboard/queryCycleRecord':
			sendData(response, '0B7D41EE', {
				allRecordList: [
					{type: 1, recordList: [{record: 1200, labelIdStr: account.activities[0]?.id}]},
				],
			});
			return true;
		case '/dashboard/query':
			sendData(response, '7E3F90AA', {
				summaryInfo: {recoveryPct: 84, rhr: 47, lthr: 171, ltsp: 255, staminaLevel: 62.5},
			});
			return true;
		default:
			return false;
	}
};
