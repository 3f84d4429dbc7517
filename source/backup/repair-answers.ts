import type {CorosClient} from '../coros/client.js';
import type {Archive} from '../disk/archive.js';
import type {Activity} from '../domain/activity.js';
import {wantedDetails} from './details.js';
import type {BackupEvent} from './event.js';
import {keepAnswers} from './keep-answers.js';
import {subjectOf} from './kept-file.js';
import type {VerifyProblem} from './verify.js';
import {wantedWellness} from './wellness.js';

export type RepairAnswersOptions = {
	readonly client: CorosClient;
	readonly archive: Archive;
	/** All that is wrong; whatever is no file of details or of wellness is passed over. */
	readonly problems: readonly VerifyProblem[];
	/** What COROS lists. Asked when the repair of the other files is done. */
	readonly activities: () => readonly Activity[];
	readonly signal: AbortSignal;
};

const withWantedDetails = (
	events: AsyncIterable<BackupEvent>,
	bad: ReadonlySet<string>,
	{client, archive, activities, signal}: RepairAnswersOptions,
): AsyncIterable<BackupEvent> =>
	keepAnswers(events, {
		subject: 'details',
		pace: client.pace,
		signal,
		async plan() {
			const wanted = activities().filter(({id}) => bad.has(id));
			const counts = {found: bad.size, toFetch: wanted.length, upToDate: 0};
			return {
				planned: {type: 'details-planned', ...counts, dryRun: false},
				wanted: wantedDetails(wanted, {client, files: archive.details, signal}),
			};
		},
	});

const withWantedWellness = (
	events: AsyncIterable<BackupEvent>,
	subjects: readonly string[],
	{client, archive, signal}: RepairAnswersOptions,
): AsyncIterable<BackupEvent> =>
	keepAnswers(events, {
		subject: 'wellness',
		pace: client.pace,
		signal,
		plan: async () => ({
			planned: {
				type: 'wellness-planned',
				toFetch: subjects.length,
				upToDate: 0,
				dryRun: false,
			},
			wanted: wantedWellness(subjects, {client, files: archive.wellness, signal}),
		}),
	});

/** Goes on after a repair of exports with the damaged files of details and of wellness. */
export const repairAnswers = (
	events: AsyncIterable<BackupEvent>,
	options: RepairAnswersOptions,
): AsyncIterable<BackupEvent> => {
	const {problems} = options;
	const details = new Set(problems.flatMap(({format, id}) => (format === 'detail' ? [id] : [])));
	const subjects = problems.flatMap(({format, file}) =>
		format === 'wellness' ? [subjectOf(file)] : [],
	);
	const first = details.size > 0 ? withWantedDetails(events, details, options) : events;
	return subjects.length > 0 ? withWantedWellness(first, subjects, options) : first;
};
