import {parseDay} from './calendar.js';
import {fillerDays, planFillers} from './filler-sessions.js';
import {toLabelId} from './label-id.js';
import {toListItem} from './list-item.js';
import {type Account, planSession} from './plan-session.js';
import type {SimulatedActivity} from './simulated-activity.js';
import {injuryBefore, writeStory} from './story.js';
import type {Wish} from './wish.js';

const fourYears = 1461;

const toActivity = (wish: Wish, account: Account): SimulatedActivity => {
	const plan = planSession(wish, account);
	const id = toLabelId(plan.startTime, plan.seed);
	return {id, item: toListItem(plan, id), formats: plan.formats, seed: plan.seed, plan};
};

/**
 * The activities of the simulated account, newest first: about 400 over the four years before
 * `until` (`YYYY-MM-DD`). With a `count`, the newest so many; when the four years hold fewer,
 * further sessions over ten years. The same options give the same account.
 */
export const createDemoActivities = (
	options: {readonly seed?: number; readonly count?: number; readonly until?: string} = {},
): SimulatedActivity[] => {
	const {seed = 20_221_122, count, until = '2026-11-21'} = options;
	const lastDay = parseDay(until);
	const injury = injuryBefore(lastDay);
	const account: Account = {seed, firstDay: lastDay - fourYears + 1, lastDay, injury};
	const story = writeStory(account);
	const missing = count === undefined ? 0 : Math.max(0, count - story.length);
	const fillers = planFillers(missing, lastDay, fillerDays(missing), seed);

	return [...story, ...fillers]
		.map((wish) => toActivity(wish, account))
		.toSorted((a, b) => b.plan.startTime - a.plan.startTime)
		.slice(0, count);
};
