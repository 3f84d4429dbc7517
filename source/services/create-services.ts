import {defaultFormats} from '../domain/export-format.js';
import {noLog} from '../domain/log.js';
import {toBackupWishes} from '../domain/settings.js';
import {createAccountServices} from './account-services.js';
import {createArchiveServices} from './archive-services.js';
import {createBusy} from './busy.js';
import {diagnose} from './doctor/diagnose.js';
import {createListServices} from './list-services.js';
import type {ServicesOptions} from './options.js';
import {createParts} from './parts.js';
import {createProfileServices} from './profiles.js';
import type {Services} from './services.js';

export type {ServicesOptions} from './options.js';

/** Builds everything from its parts. Nothing is requested or locked until a method is called. */
export const createServices = (options: ServicesOptions): Services => {
	const parts = createParts(options);
	const {config} = parts;
	const lists = createListServices(parts);
	const archives = createArchiveServices(parts, lists);
	const busy = createBusy();
	return {
		get folder() {
			return parts.folder();
		},
		demo: options.demo ?? false,
		given: parts.given,
		...createAccountServices(parts),
		...createProfileServices(options, parts),
		diagnose: (chosen, signal) => diagnose(parts, chosen, signal),
		logPath: parts.log?.path,
		log: parts.log?.write ?? noLog,
		finish: lists.finish,
		newestActivities: lists.newestActivities,
		knownActivities: lists.knownActivities,
		listActivities: (...asked) => busy.watch(lists.listActivities(...asked)),
		...archives,
		backUp(...asked) {
			options.onBackUp?.();
			return busy.watch(archives.backUp(...asked));
		},
		repair: (...asked) => busy.watch(archives.repair(...asked)),
		verify: (...asked) => busy.watch(archives.verify(...asked)),
		async close() {
			await busy.idle();
			await lists.finish();
			lists.forget();
			parts.log?.close();
		},
		settings: () => config.settings(),
		saveSettings: (settings) => config.saveSettings(settings),
		view: () => config.view(),
		saveView: (view) => config.saveView(view),
		formats: () => config.settings().formats ?? defaultFormats,
		wishes: () => toBackupWishes(config.settings()),
		saveFormats: (formats) => config.saveSettings({...config.settings(), formats}),
	};
};
