import {defaultFormats} from '../domain/export-format.js';
import {noLog} from '../domain/log.js';
import {toBackupWishes} from '../domain/settings.js';
import {createAccountServices} from './account-services.js';
import {createArchiveServices} from './archive-services.js';
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
		listActivities: lists.listActivities,
		...createArchiveServices(parts, lists),
		settings: () => config.settings(),
		saveSettings: (settings) => config.saveSettings(settings),
		view: () => config.view(),
		saveView: (view) => config.saveView(view),
		formats: () => config.settings().formats ?? defaultFormats,
		wishes: () => toBackupWishes(config.settings()),
		saveFormats: (formats) => config.saveSettings({...config.settings(), formats}),
	};
};
