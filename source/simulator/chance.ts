import {createHash} from 'node:crypto';
import type {Fault, SimulatedRequest} from './behaviour.js';

/** A number in [0, 1) that depends on the words alone, so that order and timing change nothing. */
export const chance = (...words: ReadonlyArray<string | number>): number =>
	createHash('sha256').update(words.join('\u0000')).digest().readUInt32BE(0) / 2 ** 32;

/** Share of requests that meet each fault, 0 to 1. */
export type FaultRates = {readonly [Kind in Fault]?: number};

/** A fault plan by chance: the same seed gives the same request the same fate. */
export const randomFaults = (
	seed: string | number,
	rates: {readonly api?: FaultRates; readonly file?: FaultRates},
): ((request: SimulatedRequest) => Fault | undefined) => {
	return ({host, method, path, query, earlier}) => {
		const what = JSON.stringify(query);
		let left = chance(seed, host === 'file' ? 'file' : 'api', method, path, what, earlier);
		const table = (host === 'file' ? rates.file : rates.api) ?? {};
		for (const [kind, rate] of Object.entries(table)) {
			left -= rate;
			if (left < 0) {
				return kind as Fault;
			}
		}

		return undefined;
	};
};
