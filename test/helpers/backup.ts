import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {BackupEvent, BackupSummary} from '../../source/backup/event.js';
import {type ExportFormat, exportFormats} from '../../source/domain/export-format.js';
import type {Credentials} from '../../source/domain/session.js';
import {createServices} from '../../source/services/create-services.js';
import type {ServicesOptions} from '../../source/services/options.js';
import type {BackUpRequest, Services} from '../../source/services/services.js';
import type {SimulatedAccount} from '../../source/simulator/accounts.js';
import type {Simulator} from '../../source/simulator/start-simulator.js';
import {ann} from './simulator.js';
import {witness} from './witness.js';

export type BackupSetting = {
	readonly simulator: Simulator;
	/** A folder that holds the archive and the settings. */
	readonly root: string;
	/** Limit for an answer and for silence. */
	readonly timeoutMs?: number;
};

export const archiveFolder = ({root}: Pick<BackupSetting, 'root'>): string =>
	path.join(root, 'archive');

/** The engine with everything real: HTTP on loopback, files in a temporary folder. */
export const testServices = (
	{simulator, root, timeoutMs = 2000}: BackupSetting,
	more: Partial<ServicesOptions> = {},
): Services =>
	createServices({
		baseUrl: simulator.baseUrl,
		folder: archiveFolder({root}),
		defaultFolder: 'unused',
		configFolder: path.join(root, 'config'),
		version: 'test',
		timeoutMs,
		retryBaseMs: 1,
		...more,
	});

/** One run, signing in where nobody is. */
export const runOnce = async (
	setting: BackupSetting,
	request: Partial<BackUpRequest> = {},
	options: {
		readonly signal?: AbortSignal;
		readonly credentials?: Credentials;
		readonly onEvent?: (event: BackupEvent) => void;
	} = {},
): Promise<{events: BackupEvent[]; summary: BackupSummary}> => {
	const services = testServices(setting);
	const {signal = new AbortController().signal, credentials = ann, onEvent} = options;
	if (!services.session()) {
		await services.signIn(credentials, 'auto', signal);
	}

	const events: BackupEvent[] = [];
	const formats = request.formats ?? exportFormats;
	const client = services.connect(credentials);
	for await (const event of services.backUp(client, {...request, formats}, signal)) {
		events.push(event);
		onEvent?.(event);
	}

	witness('events of the engine', JSON.stringify(events));
	const last = events.at(-1);
	if (last?.type !== 'finished') {
		throw new Error('a run without an end');
	}

	return {events, summary: last};
};

/** The archive's exported files by name; hidden files are the program's own. */
export const readArchiveFiles = (setting: Pick<BackupSetting, 'root'>): Map<string, Buffer> => {
	const folder = archiveFolder(setting);
	return new Map(
		readdirSync(folder, {withFileTypes: true})
			.filter((entry) => entry.isFile())
			.map(({name}) => name)
			.filter((name) => !name.startsWith('.') && !name.endsWith('-metadata.json'))
			.map((name) => [name, readFileSync(path.join(folder, name))]),
	);
};

/** How many files there are so far; none where there is no folder yet. */
export const countArchiveFiles = (setting: Pick<BackupSetting, 'root'>): number =>
	existsSync(archiveFolder(setting)) ? readArchiveFiles(setting).size : 0;

const toDay = (date: unknown): string =>
	String(date).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');

/** What a perfect archive of an account holds. */
export const goldenFiles = (
	{activities}: Pick<SimulatedAccount, 'activities'>,
	formats: readonly ExportFormat[] = exportFormats,
): Map<string, Buffer> =>
	new Map(
		activities.flatMap((activity) =>
			formats.flatMap((format): Array<[string, Buffer]> => {
				const bytes = activity.file(format);
				const name = `${toDay(activity.item.date)}_${activity.id}.${format}`;
				return bytes ? [[name, Buffer.from(bytes)]] : [];
			}),
		),
	);
