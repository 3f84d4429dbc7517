import {type Log, noLog} from '../domain/log.js';

const isNoise = (type: string): boolean =>
	['progress', 'verifying', 'listing', 'checking'].includes(type);

/** Passes events on and writes down those that say what became of something. */
export async function* logEvents<Event extends {readonly type: string}>(
	events: AsyncIterable<Event> | Iterable<Event>,
	log: Log,
): AsyncGenerator<Event> {
	for await (const event of events) {
		// An event in words is work, and there may be a hundred thousand of them.
		if (log !== noLog && !isNoise(event.type)) {
			log(JSON.stringify(event));
		}

		yield event;
	}
}
