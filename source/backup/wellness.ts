import type {CorosClient} from '../coros/client.js';
import type {WellnessFiles} from '../disk/wellness-files.js';
import type {Activity} from '../domain/activity.js';
import type {BackupEvent} from './event.js';
import {keepAnswers, type WantedAnswer} from './keep-answers.js';

export type WellnessOptions = {
	readonly client: Pick<CorosClient, 'wellness' | 'pace'>;
	readonly files: WellnessFiles;
	/** The earliest one says where to begin. Asked when the backup has listed them. */
	readonly activities: () => readonly Pick<Activity, 'day'>[];
	readonly dryRun: boolean;
	readonly signal: AbortSignal;
	readonly now: Date;
};

/** A watch may bring its nights days later: a month is done when it has been over for so long. */
const settledMs = 7 * 24 * 60 * 60 * 1000;

const toMonth = (moment: Date): string => moment.toISOString().slice(0, 7);

/** Every month from the first day on to the current one, oldest first. */
export const monthsSince = (day: string, now: Date): string[] => {
	const months: string[] = [];
	const [year = 0, month = 1] = day.split('-').map(Number);
	for (let index = 0; ; index += 1) {
		const next = toMonth(new Date(Date.UTC(year, month - 1 + index, 1)));
		if (next > toMonth(now)) {
			return months;
		}

		months.push(next);
	}
};

/** Whether a month is to be asked for: never yet, or when it was not over for long. */
export const isMonthDue = (month: string, savedAt: Date | undefined): boolean => {
	const [year = 0, number = 0] = month.split('-').map(Number);
	return !savedAt || savedAt.getTime() < Date.UTC(year, number, 1) + settledMs;
};

/** What is asked for every time: it is as it is now. */
const currentSubjects = ['records', 'profile'] as const;

type Source = Pick<WellnessOptions, 'client' | 'files' | 'signal'>;

const ask = (subject: string, {client: {wellness}, signal}: Source) =>
	subject === 'records' || subject === 'profile'
		? wellness[subject](signal)
		: wellness.month(subject, signal);

/** Months, records and the profile, as they are asked for and kept. */
export function* wantedWellness(
	subjects: readonly string[],
	source: Source,
): Generator<WantedAnswer> {
	for (const subject of subjects) {
		const file = source.files.nameFor(subject);
		yield {
			keep: async () => source.files.write(subject, await ask(subject, source)),
			saved: (bytes) => ({type: 'wellness-saved', file, bytes}),
			failed: (error) => ({type: 'wellness-failed', file, error}),
		};
	}
}

/** Goes on after a backup with what COROS keeps beside activities. */
export const withWellness = (
	events: AsyncIterable<BackupEvent>,
	options: WellnessOptions,
): AsyncGenerator<BackupEvent> =>
	keepAnswers(events, {
		subject: 'wellness',
		pace: options.client.pace,
		signal: options.signal,
		async plan() {
			const {activities, files, dryRun, now} = options;
			const days = activities().map(({day}) => day);
			const first = days.reduce((least, day) => (day < least ? day : least), toMonth(now));
			const months = monthsSince(first, now);
			const due: string[] = [];
			for (const month of months) {
				if (isMonthDue(month, await files.savedAt(month))) {
					due.push(month);
				}
			}

			const subjects = [...due, ...currentSubjects];
			const counts = {toFetch: subjects.length, upToDate: months.length - due.length};
			return {
				planned: {type: 'wellness-planned', ...counts, dryRun},
				wanted: wantedWellness(subjects, options),
			};
		},
	});
