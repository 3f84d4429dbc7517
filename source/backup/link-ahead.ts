import type {CorosClient, Download} from '../coros/client.js';
import type {PlannedTransfer} from './plan.js';

/**
 * A link that is asked for while the rest of the list still comes: whether links are given is known
 * by the time that there are many to ask for.
 */
export type LinkAhead = {
	/** Asks for the link of a file that is missing, whatever the rest of the list says. Once a run. */
	ask(transfer: PlannedTransfer): void;
	/**
	 * The answer, where it is that file's and no old one by now; once. From then on it ends with the
	 * signal given here, too.
	 */
	take(transfer: PlannedTransfer, signal: AbortSignal): Promise<Download> | undefined;
	/** Nobody wants it any more. */
	drop(): void;
};

// Nobody has seen a link that lives shorter.
const freshMs = 10_000;

const toKey = ({activity, format}: PlannedTransfer): string => `${activity.id}.${format}`;

/** Creates a link ahead of its transfer. Nothing is asked yet; what is asked ends with the run. */
export const createLinkAhead = (client: CorosClient, run: AbortSignal): LinkAhead => {
	const stop = new AbortController();
	let asked: {key: string; link: Promise<Download>; at: number} | undefined;
	let isSpent = false;
	return {
		ask(transfer) {
			if (isSpent || client.pace.limit < 2) {
				return; // Pages are on their way: it would be one more at a time than is allowed.
			}

			isSpent = true;
			const {activity, format} = transfer;
			const link = client.download(activity, format, AbortSignal.any([run, stop.signal]), true);
			link.catch(() => {}); // Whoever takes it hears of it.
			asked = {key: toKey(transfer), link, at: performance.now()};
		},
		take(transfer, signal) {
			if (asked?.key !== toKey(transfer) || performance.now() - asked.at > freshMs) {
				return undefined;
			}

			const {link} = asked;
			asked = undefined;
			signal.addEventListener('abort', () => stop.abort(signal.reason), {once: true});
			return link;
		},
		drop: () => stop.abort(),
	};
};
