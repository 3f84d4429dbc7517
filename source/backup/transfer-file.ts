import type {CorosClient} from '../coros/client.js';
import type {Archive} from '../disk/archive.js';
import type {DownloadedFile} from '../disk/download-file.js';
import {isServiceTrouble} from '../domain/breaker.js';
import {wait} from '../domain/cancel.js';
import {isKnownError, KnownError, toErrorReport} from '../domain/known-error.js';
import {type RetryPolicy, waitBeforeRetry} from '../domain/retry.js';
import {afterRequests} from '../domain/turns.js';
import type {BackupEvent, Transfer} from './event.js';
import type {Gate, Leave} from './gate.js';
import {judgeDownload} from './judge-download.js';
import type {LinkAhead} from './link-ahead.js';
import {mayAsk} from './may-ask.js';
import type {Ownership} from './ownership.js';
import type {Place} from './place.js';
import type {PlannedTransfer} from './plan.js';

export type TransferContext = {
	readonly client: CorosClient;
	readonly archive: Archive;
	readonly ownership: Ownership;
	readonly retry: RetryPolicy;
	readonly signal: AbortSignal;
	readonly emit: (event: BackupEvent) => void;
	/** Shared by all transfers of a run. */
	readonly gate: Gate;
	/** How another file of this activity failed since the last success. */
	readonly failureOf: (id: string) => TransferFailure | undefined;
	/** This file's place among those who ask. */
	readonly place: Place;
	/** What has to be on the disk before the file takes its name. */
	readonly prepared: Promise<unknown>;
	/** The link of one file, where it was asked for already. */
	readonly ahead: LinkAhead | undefined;
};

/** Why a transfer was given up; `final` when trying later in the same run is no use. */
export class TransferFailure extends Error {
	override readonly name = 'TransferFailure';
	readonly final: boolean;
	override readonly cause: KnownError;

	constructor(cause: KnownError, final: boolean) {
		super(cause.message, {cause});
		this.cause = cause;
		this.final = final;
	}
}

/** How a transfer ended well. */
export type TransferResult = 'saved' | 'unavailable';

const progressEveryMs = 250;

const createProgress = (
	{emit}: TransferContext,
	transfer: Transfer,
	size: number | undefined,
): ((received: number) => void) => {
	let last = Date.now();
	return (received) => {
		if (Date.now() - last >= progressEveryMs) {
			last = Date.now();
			emit({type: 'progress', transfer, received, size: size ?? null});
		}
	};
};

type TryOutcome =
	| {readonly kind: 'saved'}
	| {readonly kind: 'unavailable'; readonly reason: string; readonly certain: boolean}
	| {readonly kind: 'refused'; readonly error: KnownError; readonly final: boolean}
	/** The link is an old one by now. */
	| {readonly kind: 'stale'};

// Nobody has seen one that lives shorter.
const staleMs = 10_000;

/** Keeps a file that arrived, or says why not. */
const decide = async (
	context: TransferContext,
	{activity}: PlannedTransfer,
	transfer: Transfer,
	file: DownloadedFile,
	refused: Set<string>,
): Promise<TryOutcome> => {
	const {client, archive, ownership, emit} = context;
	const {size, sha256} = file;
	const refusal = judgeDownload(file, {
		belongs: (start) => ownership.ownsFile(activity.id, start, archive.ownerOf(sha256)),
		isRepeated: refused.has(sha256),
	});
	if (refusal) {
		refused.add(sha256);
		return {kind: 'refused', ...refusal};
	}

	context.place.free();
	client.pace.succeed();
	await context.prepared;
	await file.commit();
	emit({type: 'saved', transfer, bytes: size, sha256});
	return {kind: 'saved'};
};

/** One try: a fresh link, the file behind it, checked and saved. `follow` waits for leave for the latter. */
const tryOnce = async (
	context: TransferContext,
	planned: PlannedTransfer,
	transfer: Transfer,
	refused: Set<string>,
	isProbe: boolean,
	follow: () => Promise<void>,
): Promise<TryOutcome> => {
	const {client, archive, ownership, signal, gate, ahead} = context;
	const {activity, format} = planned;
	const asked = ahead?.take(planned, signal);
	const download = await (asked ?? client.download(activity, format, signal, isProbe));
	if (download.kind === 'unavailable') {
		return download;
	}

	if (!ownership.ownsLink(activity.id, download.linkedId)) {
		const error = new KnownError('wrong-file', {detail: 'the link names it'});
		return {kind: 'refused', error, final: false};
	}

	client.pace.greet();
	gate.answered('link');
	const since = performance.now();
	await follow();
	if (performance.now() - since > staleMs) {
		return {kind: 'stale'};
	}

	const file = await download.open();
	gate.answered('file');
	try {
		if (gate.isTrusting && file.hasArrived()) {
			context.place.free();
			await afterRequests();
		}

		const arrived = await archive.download(activity, file, {
			format,
			onBytes: createProgress(context, transfer, file.size),
			onArrived() {
				if (gate.isTrusting) {
					context.place.free();
				}
			},
		});
		try {
			return await decide(context, planned, transfer, arrived, refused);
		} finally {
			await arrived.discard();
		}
	} finally {
		file.cancel();
	}
};

/**
 * Fetches one file, trying again with a fresh link where that can help. Records what was saved or
 * does not exist in the archive; throws a `TransferFailure`. The same wrong bytes twice are COROS's
 * own and not asked for a third time.
 */
export const transferFile = async (
	context: TransferContext,
	planned: PlannedTransfer,
	transfer: Transfer,
): Promise<TransferResult> => {
	const {archive, signal, emit, retry, gate} = context;
	const {activity, format} = planned;
	const refused = new Set<string>();
	let denials = 0;

	for (let next = 2; ; next += 1) {
		const checkSpent = () => {
			const known = gate.isSpent && context.failureOf(activity.id);
			if (known) {
				throw known; // Its other formats would say the same just now.
			}
		};
		let leave: Leave = await mayAsk(context, planned);
		checkSpent();
		const follow = async () => {
			leave = await gate.follow(planned, leave, signal);
			checkSpent();
		};
		const outcome = await tryOnce(context, planned, transfer, refused, leave.isProbe, follow).catch(
			(error: unknown): TryOutcome => {
				signal.throwIfAborted();
				if (!isKnownError(error)) {
					throw error;
				}

				return {kind: 'refused', error, final: !error.canRetry};
			},
		);
		if (outcome.kind === 'stale') {
			next -= 1; // Nothing failed.
			continue;
		}

		const isTrouble = outcome.kind === 'refused' && isServiceTrouble(outcome.error);
		if (isTrouble) {
			gate.failed(planned, leave);
		} else {
			gate.succeeded();
		}

		if (outcome.kind === 'saved') {
			return 'saved';
		}

		if (outcome.kind === 'unavailable') {
			// A refusal with a code may be a passing one: it has to be said twice.
			denials += 1;
			if (!outcome.certain && denials < 2) {
				continue;
			}

			const {reason} = outcome;
			const at = new Date().toISOString();
			archive.note(activity.id, format, {kind: 'unavailable', reason, at});
			context.client.pace.succeed();
			emit({type: 'unavailable', transfer, reason});
			return 'unavailable';
		}

		const isEnough = outcome.final || (isTrouble && gate.isSpent);
		const again = isEnough ? undefined : waitBeforeRetry(outcome.error, next, retry);
		if (!again) {
			throw new TransferFailure(outcome.error, outcome.final);
		}

		emit({
			type: 'retrying',
			transfer,
			attempt: next,
			attempts: retry.attempts,
			waitMs: again.waitMs,
			error: toErrorReport(again.error),
		});
		await wait(again.waitMs, signal);
	}
};
