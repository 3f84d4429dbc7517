import {definitionLength, type FitDefinition, readDefinition} from './definition.js';

/**
 * Hears of every data record. It lies whole in `view` from `at`, its header byte, on; `timestamp`
 * is in FIT seconds. Nothing is allocated for it: what is wanted must be read during the call.
 */
export type MessageListener = (
	definition: FitDefinition,
	view: DataView,
	at: number,
	timestamp: number | undefined,
) => void;

const invalidTime = 0xffff_ffff;

/** The first time at or after `last` whose low five bits are `low`. */
const rollForward = (last: number, low: number): number => {
	const passed = last % 32;
	return last - passed + low + (low < passed ? 32 : 0);
};

/**
 * Walks the records of one part of a FIT file: a part has its own definitions and its own clock.
 * The walk covers the whole records of `view[from, to)` and returns where it stopped: `to`, or the
 * start of a record that is not all there, or `undefined` at a record that nothing defines.
 */
export const createRecordWalk = (listen: MessageListener) => {
	const definitions: (FitDefinition | undefined)[] = Array.from({length: 16});
	let lastTime: number | undefined;

	const timeOf = (definition: FitDefinition, view: DataView, at: number): number | undefined => {
		if (definition.timestampOffset > 0) {
			const time = view.getUint32(at + definition.timestampOffset, definition.littleEndian);
			return time === invalidTime ? undefined : time;
		}

		const header = view.getUint8(at);
		if (!(header & 0x80) || lastTime === undefined) return undefined;
		return rollForward(lastTime, header & 0x1f);
	};

	return (view: DataView, from: number, to: number): number | undefined => {
		let at = from;
		while (at < to) {
			const header = view.getUint8(at);
			if ((header & 0xc0) === 0x40) {
				const length = definitionLength(view, at, to);
				if (length === undefined || at + length > to) break;
				definitions[header & 0x0f] = readDefinition(view, at, length);
				at += length;
				continue;
			}

			const definition = definitions[header & 0x80 ? (header >> 5) & 0x03 : header & 0x0f];
			if (definition === undefined) return undefined;
			if (at + definition.size > to) break;
			const time = timeOf(definition, view, at);
			lastTime = time ?? lastTime;
			listen(definition, view, at, time);
			at += definition.size;
		}

		return at;
	};
};
