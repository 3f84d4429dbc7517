import type {Readable} from 'node:stream';
import type {ReplyHeaders} from './reply-headers.js';

/** A request on its way out. */
export type Outgoing = {
	readonly method: 'GET' | 'POST';
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string | undefined;
	/** Ends the wait for an answer and closes its connection. Reading the body is the caller's. */
	readonly signal: AbortSignal;
};

/** What came back, as it was sent. `body` is to be read to its end or destroyed. */
export type Reply = {
	readonly status: number;
	readonly headers: ReplyHeaders;
	readonly body: Readable;
	/** Whether all of the body is here already, waiting to be read. */
	readonly hasArrived: () => boolean;
};

/** Sends a request. No redirect is followed, nothing is sent twice, no body is decoded. */
export type Send = (url: URL, outgoing: Outgoing) => Promise<Reply>;
