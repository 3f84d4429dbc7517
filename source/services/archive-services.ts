import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {backUp} from '../backup/back-up.js';
import {defaultTransferRetry} from '../backup/back-up-options.js';
import type {Listing} from '../backup/listing.js';
import {verifyArchive} from '../backup/verify.js';
import {withAnswers} from '../backup/with-answers.js';
import {toActivity} from '../coros/to-activity.js';
import {type Archive, openArchive} from '../disk/archive.js';
import type {ArchiveEntry} from '../disk/archive-entry.js';
import {onDisk} from '../disk/disk-error.js';
import type {Activity} from '../domain/activity.js';
import type {ExportFormat} from '../domain/export-format.js';
import {KnownError} from '../domain/known-error.js';
import {noLog} from '../domain/log.js';
import {windowsPathFault} from '../domain/portable-name.js';
import {finishInTurns} from '../domain/steps.js';
import {decodeFitInSteps} from '../fit/decode-fit.js';
import {adopt} from './adopt.js';
import {closing} from './closing.js';
import {convertFiles} from './convert-files.js';
import {endedEarly} from './ended-early.js';
import {knownHere} from './known-here.js';
import type {ListKeeper} from './list-services.js';
import {logEvents} from './log-events.js';
import {makeFormat} from './make-format.js';
import type {Parts} from './parts.js';
import {relayout} from './relayout.js';
import {repair} from './repair.js';
import type {ArchiveServices, EntryOf} from './services.js';

const found = {kind: 'saved', size: 0, sha256: '', at: ''} as const;

// The system's own way to show a folder.
const openers: Readonly<Record<string, string>> = {darwin: 'open', win32: 'explorer'};

/** The archive: what it has, filling it, checking it. */
export const createArchiveServices = (parts: Parts, lists: ListKeeper): ArchiveServices => {
	const log = parts.log?.write ?? noLog;
	// What the folder held when it was read last: one file is found without reading it all again.
	let seen: EntryOf | undefined;

	const checkFolder = () => {
		const fault = process.platform === 'win32' ? windowsPathFault(parts.folder()) : undefined;
		if (fault !== undefined) {
			throw new KnownError('unusable-folder', {detail: fault});
		}
	};

	const open = async (options: Parameters<typeof openArchive>[1]) => {
		checkFolder();
		return openArchive(parts.folder(), options);
	};

	const toEngineOptions = async () => ({
		concurrency: parts.concurrency(),
		onError: (error: unknown) => log(error instanceof Error ? (error.stack ?? '') : String(error)),
		known: await lists.knownActivities(),
		onListed: lists.keep,
		retry: {...defaultTransferRetry, baseMs: parts.retryBaseMs},
	});

	/** The list that was kept counts where it is of the folder's account. */
	const knownOf = async (archive: Archive): Promise<readonly Activity[]> => {
		const userId = parts.session()?.userId;
		const isOwn = userId !== undefined && (archive.account?.userId ?? userId) === userId;
		const list = isOwn ? await lists.knownActivities() : undefined;
		return knownHere(archive, list?.activities ?? []);
	};

	const readUnlisted = async (archive: Archive): Promise<readonly Activity[]> => {
		const {account} = archive;
		if (account && account.userId !== parts.session()?.userId) {
			return []; // Another account's list is no place for them.
		}

		const found: Activity[] = [];
		for (const id of archive.savedIds()) {
			if (archive.unlistedSince(id) !== undefined) {
				const activity = toActivity(await archive.metadata.listItem(id));
				found.push(...(activity ? [activity] : []));
			}
		}

		return found;
	};

	const lookInto = (archive: Archive): EntryOf => {
		// By id first: the app asks for every activity it shows, and makes no new texts for it.
		const unchecked = new Map<string, {[Format in ExportFormat]?: ArchiveEntry}>();
		for (const {id, format, name} of archive.unchecked) {
			unchecked.set(id, {...unchecked.get(id), [format]: {...found, file: name}});
		}

		seen = (id, format) => archive.entry(id, format) ?? unchecked.get(id)?.[format];
		return seen;
	};

	const read = () => open({readOnly: true});

	const findFit = async (id: string): Promise<string | undefined> => {
		const isSeen = seen?.(id, 'fit')?.kind === 'saved';
		const entry = (isSeen && seen ? seen : lookInto(await read()))(id, 'fit');
		return entry?.kind === 'saved' ? path.join(parts.folder(), entry.file) : undefined;
	};

	return {
		async readArchive() {
			const archive = await read();
			return {entryOf: lookInto(archive), unlisted: await readUnlisted(archive)};
		},
		async *backUp(client, request, signal) {
			const startedAt = Date.now();
			const readOnly = request.dryRun ?? false;
			parts.pace.allow(parts.concurrency());
			const archive = await open({readOnly}).catch((error: unknown) => ({refused: error}));
			if ('refused' in archive) {
				yield endedEarly(archive.refused, startedAt);
				return;
			}

			const engine = await toEngineOptions();
			let all = request.activities ?? [];
			const onListed = (listing: Listing) => {
				all = listing.activities;
				lists.keep(listing);
			};
			const make = request.convert === 'missing' ? makeFormat : undefined;
			const events = backUp({...request, client, archive, signal, make, ...engine, onListed});
			const {details = false, wellness = false, selection = {}} = request;
			const answers = withAnswers(events, {
				client,
				archive,
				details,
				wellness,
				selection,
				activities: () => all,
				dryRun: readOnly,
				signal,
			});
			yield* logEvents(closing(answers, archive), log);
		},
		async *verify(signal) {
			const archive = await open({readOnly: true, existing: true});
			yield* logEvents(verifyArchive(archive, signal), log);
		},
		repair(connect, signal) {
			const prepare = async () => {
				const client = await connect();
				parts.pace.allow(parts.concurrency());
				return {client, make: makeFormat, ...(await toEngineOptions())};
			};
			return logEvents(
				repair(() => open({existing: true}), prepare, signal),
				log,
			);
		},
		adopt: (request, signal) =>
			logEvents(
				adopt(
					() => open({readOnly: request.dryRun ?? false, existing: true}),
					knownOf,
					request,
					signal,
				),
				log,
			),
		relayout: (request, signal) =>
			logEvents(
				relayout(
					() => open({readOnly: request.dryRun ?? false, existing: true}),
					knownOf,
					request,
					signal,
				),
				log,
			),
		async readFit(id) {
			const file = await findFit(id);
			return file === undefined
				? undefined
				: finishInTurns(decodeFitInSteps(await onDisk(parts.folder(), () => readFile(file))));
		},
		convert: (request, signal) => convertFiles(request, findFit, signal),
		async openFolder() {
			const {spawn} = await import('node:child_process');
			const opener = openers[process.platform] ?? 'xdg-open';
			const child = spawn(opener, [path.resolve(parts.folder())], {
				detached: true,
				stdio: 'ignore',
			});
			child.on('error', () => {}); // No desktop: the path is on the screen anyway.
			child.unref();
		},
	};
};
