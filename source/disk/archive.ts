import {rm} from 'node:fs/promises';
import path from 'node:path';
import type {Activity} from '../domain/activity.js';
import type {ExportFormat} from '../domain/export-format.js';
import {KnownError} from '../domain/known-error.js';
import {toTemplateName} from '../domain/name-template.js';
import {finishInTurns} from '../domain/steps.js';
import {judgeFound} from './adopt-file.js';
import {createArchiveMemory} from './archive-memory.js';
import type {Archive} from './archive-type.js';
import {checkReadable} from './check-file.js';
import {createCheckpoints} from './checkpoints.js';
import {createDetailFiles} from './detail-files.js';
import {onDisk} from './disk-error.js';
import {downloadFile} from './download-file.js';
import {enterFolder} from './enter-folder.js';
import {isThere} from './is-there.js';
import {type Made, makeFile} from './make-file.js';
import {createMetadataFiles} from './metadata-files.js';
import {followMoved, moveFile} from './move-file.js';
import {type ArchiveFile, reconcile} from './reconcile.js';
import {putAside, recorded} from './recorded-file.js';
import {copyAside} from './set-aside.js';
import {readStateDocument} from './state-document.js';
import {createSubfolders} from './subfolders.js';
import {createWellnessFiles} from './wellness-files.js';

export type {Adoption} from './adopt-file.js';
export type {Archive} from './archive-type.js';
export type {ArchiveFile} from './reconcile.js';
export type {RecordedFile} from './recorded-file.js';

/**
 * Opens an archive: creates the folder, locks it for this run, clears what an interrupted run left
 * and compares state and files. `readOnly` does none of that and sees what there is. `existing`
 * throws `no-folder` where there is none.
 */
export const openArchive = async (
	folder: string,
	{
		readOnly = false,
		existing = false,
	}: {readonly readOnly?: boolean; readonly existing?: boolean} = {},
): Promise<Archive> => {
	if (existing && !(await isThere(folder))) {
		throw new KnownError('no-folder', {detail: path.resolve(folder)});
	}

	const {lock, state, content} = await enterFolder(folder, {readOnly});
	const memory = createArchiveMemory(state?.initial ?? readStateDocument({}));
	const {entries} = memory;
	const {unchecked, moved, spare} = await finishInTurns(reconcile(entries, content));
	await followMoved(folder, moved, memory, unchecked);
	const check = () => lock?.check();
	const subfolders = createSubfolders(folder, check);
	const metadata = createMetadataFiles(folder, content.metadata, memory, subfolders);
	const {setAside, strangers} = content;
	const names = new Map(unchecked.map(({id, format, name}) => [`${id}.${format}`, name]));
	const isKnown = (id: string) =>
		entries.has(id) || metadata.names.has(id) || memory.claimed.has(id);
	const checkpoints = createCheckpoints(folder, {
		memory,
		state: readOnly ? undefined : state,
		lock,
	});

	const record = (
		{id, format, name}: ArchiveFile,
		{size, sha256, madeHere = false}: Made & {readonly madeHere?: boolean},
	) => {
		const at = new Date().toISOString();
		const made = madeHere && ({madeHere: true} as const);
		memory.record(id, format, {kind: 'saved', file: name, size, sha256, at, ...made});
	};

	/** The name a file has already, else the one it is to have. */
	const nameOf = (activity: Activity, format: ExportFormat): string => {
		const entry = entries.get(activity.id)?.[format];
		const known = entry && 'file' in entry ? entry.file : undefined;
		return (
			known ??
			names.get(`${activity.id}.${format}`) ??
			toTemplateName(memory.nameTemplate, activity, format)
		);
	};

	return {
		folder,
		get account() {
			return memory.account;
		},
		get nameTemplate() {
			return memory.nameTemplate;
		},
		setNameTemplate: memory.setNameTemplate,
		converted: content.converted,
		nameOf,
		async move(file, to) {
			const isMoved = await moveFile(folder, file.name, to, subfolders);
			if (isMoved) {
				memory.rename(file.id, file.format, to);
			}

			return isMoved;
		},
		moveBeside: (from, to) => moveFile(folder, from, to, subfolders),
		tidy: () => onDisk(folder, subfolders.tidy),
		write: checkpoints.finish,
		brokenState: state?.broken,
		isStateBroken: state?.isBroken ?? false,
		unchecked,
		setAside,
		strangers: [...strangers, ...spare],
		saved: () => recorded(entries, 'saved'),
		gone: () => recorded(entries, 'gone'),
		putAside: () => putAside(entries),
		check: ({format, name}) => checkReadable(path.join(folder, name), format),
		entry: (id, format) => entries.get(id)?.[format],
		metadata,
		details: createDetailFiles(folder, content.details, memory, {subfolders, check}),
		wellness: createWellnessFiles(folder, check),
		hasMetadata: (id) => metadata.names.has(id),
		claim(claimant) {
			const {account} = memory;
			if (account && account.userId !== claimant.userId) {
				throw new KnownError('wrong-account', {detail: path.resolve(folder)});
			}

			memory.setAccount(claimant);
		},
		adopt: (file, options) =>
			onDisk(path.join(folder, file.name), async () => {
				const {id, format, name} = file;
				const known = {...options, isKnown: options.isKnown || isKnown(id)};
				const {adoption, checked} = await judgeFound(folder, file, known);
				if (readOnly || adoption.kind === 'foreign') {
					return adoption;
				}

				if (adoption.kind === 'adopted') {
					record(file, checked);
				} else {
					await copyAside(folder, name);
					await rm(path.join(folder, name));
					const at = new Date().toISOString();
					const message = adoption.reason;
					memory.note(id, format, {kind: 'failed', code: 'bad-file', message, at, file: name});
				}

				return adoption;
			}),
		async download(activity, incoming, options) {
			const {id} = activity;
			const {format} = options;
			const name = nameOf(activity, format);
			await memory.prepareOwners(); // Whoever checks what comes asks for them.
			await subfolders.make(name);
			const file = await downloadFile(folder, name, incoming, {
				...options,
				time: activity.startTime,
				async beforeRename(sha256) {
					if (await isThere(path.join(folder, name))) {
						const old = await checkReadable(path.join(folder, name), format);
						const entry = entries.get(id)?.[format];
						// What was made here can be made again, as long as nobody worked on it.
						const isOwn = entry?.kind === 'saved' && entry.madeHere && entry.sha256 === old.sha256;
						if (old.sha256 !== sha256 && !isOwn) {
							await copyAside(folder, name);
						}
					}

					lock?.check();
				},
			});
			return {
				...file,
				name,
				async commit() {
					await file.commit();
					record({id, format, name}, file);
				},
				quarantine() {
					lock?.check();
					return file.quarantine();
				},
			};
		},
		async make(activity, format, making) {
			const name = nameOf(activity, format);
			await subfolders.make(name);
			lock?.check();
			const made = await makeFile(folder, name, format, making);
			if (made) {
				record({id: activity.id, format, name}, {...made, madeHere: true});
			}

			return made && {...made, name};
		},
		isKnown,
		claimed: memory.claimed,
		note: memory.note,
		forget: memory.forget,
		savedIds: memory.savedIds,
		unlistedSince: memory.unlistedSince,
		markListing: memory.markListing,
		ownerOf: memory.ownerOf,
		checkpoint: checkpoints.checkpoint,
		async close() {
			try {
				await checkpoints.finish();
			} finally {
				await lock?.release();
			}
		},
	};
};
