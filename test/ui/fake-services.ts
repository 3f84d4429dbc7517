import type {BackupEvent} from '../../source/backup/event.js';
import {emptySummary} from '../../source/backup/progress.js';
import type {Activity} from '../../source/domain/activity.js';
import {defaultSettings, toBackupWishes} from '../../source/domain/settings.js';
import type {BackUpRequest, Services} from '../../source/services/services.js';

const unexpected = (name: string) => (): never => {
	throw new Error(`the app is not expected to call ${name}`);
};

/** Services that know these activities and save nothing; every part can be replaced. */
export const createFakeServices = (
	changes: Partial<Services> & {readonly activities?: readonly Activity[]} = {},
): Services => {
	const {activities = [], ...replaced} = changes;
	return {
		folder: '/home/ann/coros_activities',
		demo: false,
		profile: undefined,
		profiles: () => [],
		bindFolder: async () => {},
		lastBackup: async () => ({kind: 'never'}),
		given: {folder: false, concurrency: false},
		session: () => ({
			accessToken: 'a-secret-token',
			userId: '445823834382155776',
			region: 'eu',
			email: 'ann@example.org',
			since: '2026-11-22T08:00:00Z',
		}),
		connect: () => ({}) as ReturnType<Services['connect']>,
		signIn: unexpected('signIn'),
		pendingChallenge: () => undefined,
		resendCode: unexpected('resendCode'),
		answerCode: unexpected('answerCode'),
		adoptToken: unexpected('adoptToken'),
		signOut: unexpected('signOut'),
		newestActivities: () => undefined,
		knownActivities: async () => undefined,
		async *listActivities() {
			const found = activities.length;
			yield {activities, found, total: found, unreadable: 0};
			return {
				activities,
				complete: true,
				listedAt: '2026-11-22T09:00:00Z',
				full: true,
				unreadable: 0,
				total: found,
			};
		},
		readArchive: async () => ({entryOf: () => undefined, unlisted: []}),
		async *backUp(): AsyncGenerator<BackupEvent> {
			yield {type: 'finished', ...emptySummary};
		},
		verify: unexpected('verify'),
		repair: unexpected('repair'),
		adopt: unexpected('adopt'),
		relayout: unexpected('relayout'),
		diagnose: unexpected('diagnose'),
		logPath: undefined,
		log: () => {},
		convert: unexpected('convert'),
		finish: unexpected('finish'),
		close: unexpected('close'),
		readFit: async () => undefined,
		openFolder: async () => {},
		settings: () => defaultSettings,
		saveSettings: () => {},
		view: () => undefined,
		saveView: () => {},
		formats: () => ['fit', 'tcx'],
		saveFormats: () => {},
		wishes: () => toBackupWishes(defaultSettings),
		...replaced,
	};
};

/** An engine whose events are sent by the test. */
export const createEngine = () => {
	const waiting: BackupEvent[] = [];
	const requests: BackUpRequest[] = [];
	let wake = () => {};
	let signal: AbortSignal | undefined;

	async function* events(): AsyncGenerator<BackupEvent> {
		for (;;) {
			const event = waiting.shift();
			if (event) {
				yield event;
				if (event.type === 'finished') {
					return;
				}
			} else {
				await new Promise<void>((resolve) => {
					wake = resolve;
				});
			}
		}
	}

	return {
		requests,
		isAborted: () => signal?.aborted ?? false,
		send(...sent: BackupEvent[]) {
			waiting.push(...sent);
			wake();
		},
		backUp: ((_client, request, stop) => {
			requests.push(request);
			signal = stop;
			return events();
		}) satisfies Services['backUp'],
	};
};
