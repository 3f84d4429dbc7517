import {type ProbedHost, probeHost} from '../../coros/probe-host.js';
import {type Finding, toFinding} from '../../domain/finding.js';
import {type Region, regionName, regions} from '../../domain/region.js';
import type {Parts} from '../parts.js';

type Outcome = {
	readonly names: string;
	readonly isNeeded: boolean;
	readonly result: ProbedHost | {readonly error: unknown};
};

/** A clock this far off breaks encryption and signed links. */
const mostSkewMs = 5 * 60_000;

const toGroups = (parts: Parts): Array<readonly [string, readonly Region[]]> => {
	const groups = new Map<string, Region[]>();
	for (const region of regions) {
		const origin = parts.hosts[region];
		groups.set(origin, [...(groups.get(origin) ?? []), region]);
	}

	return [...groups];
};

const toReach = ({names, isNeeded, result}: Outcome, isAnyReached: boolean): Finding => {
	if ('error' in result) {
		// Another region's host is not needed, as long as it is not the network as such.
		const level = isNeeded || !isAnyReached ? 'problem' : 'warning';
		const finding = toFinding('network', result.error, level);
		return {...finding, what: `${names}: ${finding.what}`};
	}

	const what = `${names}: ${result.host} answers by ${result.protocol} in ${result.milliseconds} ms`;
	return {area: 'network', level: 'ok', what};
};

const toClock = (outcomes: readonly Outcome[]): Finding | undefined => {
	const skews = outcomes
		.flatMap(({result}) => ('error' in result ? [] : [result.skewMs ?? []]))
		.flat()
		.sort((a, b) => Math.abs(a) - Math.abs(b));
	const [skew] = skews;
	if (skew === undefined) {
		return undefined;
	}

	const seconds = Math.round(Math.abs(skew) / 1000);
	const what =
		seconds === 0
			? "This machine's clock agrees with COROS's"
			: `This machine's clock is ${seconds} s ${skew > 0 ? 'ahead of' : 'behind'} COROS's`;
	return Math.abs(skew) > mostSkewMs
		? {
				area: 'clock',
				level: 'warning',
				what,
				next: 'Set it right: encrypted connections and the newest activities depend on it.',
			}
		: {area: 'clock', level: 'ok', what};
};

/** Whether every region's host can be reached, and what it says the time is. */
export const checkNetwork = async (
	parts: Parts,
	timeoutMs: number,
	signal: AbortSignal,
): Promise<Finding[]> => {
	const own = parts.session()?.region;
	const outcomes = await Promise.all(
		toGroups(parts).map(async ([origin, group]): Promise<Outcome> => {
			const names =
				group.length === regions.length
					? 'All regions'
					: group.map((region) => regionName[region]).join(', ');
			const isNeeded = own !== undefined && group.includes(own);
			const result = await probeHost(parts.http, origin, timeoutMs, signal).catch(
				(error: unknown) => ({error}),
			);
			return {names, isNeeded, result};
		}),
	);
	signal.throwIfAborted();
	const isAnyReached = outcomes.some(({result}) => !('error' in result));
	const clock = toClock(outcomes);
	return [...outcomes.map((outcome) => toReach(outcome, isAnyReached)), ...(clock ? [clock] : [])];
};
