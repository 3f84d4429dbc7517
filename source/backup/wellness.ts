import type {CorosClient} from '../coros/client.js';
import type {WellnessFiles} from '../disk/wellness-files.js';
import type {Activity} from '../domain/activity.js';
import {isServiceTrouble} from '../domain/breaker.js';
import {isAbort, toErrorReport} from '../domain/known-error.js';
import {isFatal, mostFailures} from './details.js';
import type {BackupEvent, BackupSummary} from './event.js';

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

const subjects = ['records', 'profile'] as const;

async function* fetchWellness(options: WellnessOptions): AsyncGenerator<BackupEvent> {
	const {client, files, dryRun, signal, now} = options;
	const days = options.activities().map(({day}) => day);
	const first = days.reduce((least, day) => (day < least ? day : least), toMonth(now));
	const months = monthsSince(first, now);
	const due: string[] = [];
	for (const month of months) {
		if (isMonthDue(month, await files.savedAt(month))) {
			due.push(month);
		}
	}

	const toFetch = due.length + subjects.length;
	const upToDate = months.length - due.length;
	yield {type: 'wellness-planned', toFetch, upToDate, dryRun};
	let failures = 0;
	for (const subject of dryRun ? [] : [...due, ...subjects]) {
		const file = files.nameFor(subject);
		await client.pace.enter(signal);
		try {
			const {wellness} = client;
			const data =
				subject === 'records' || subject === 'profile'
					? await wellness[subject](signal)
					: await wellness.month(subject, signal);
			const bytes = await files.write(subject, data);
			client.pace.succeed();
			failures = 0;
			yield {type: 'wellness-saved', file, bytes};
		} catch (error) {
			signal.throwIfAborted();
			if (isFatal(error)) {
				throw error;
			}

			yield {type: 'wellness-failed', file, error: toErrorReport(error)};
			failures += isServiceTrouble(error) ? 1 : 0;
			if (failures >= mostFailures) {
				throw error;
			}
		} finally {
			client.pace.leave();
		}
	}
}

/** Goes on after a backup with what COROS keeps beside activities, before its `finished`. */
export async function* withWellness(
	events: AsyncIterable<BackupEvent>,
	options: WellnessOptions,
): AsyncGenerator<BackupEvent> {
	const startedAt = Date.now();
	const counts = {saved: 0, upToDate: 0, failed: 0};
	for await (const event of events) {
		if (event.type !== 'finished' || event.error || event.cancelled) {
			yield event;
			continue;
		}

		let ending: Partial<Pick<BackupSummary, 'cancelled' | 'error'>> = {};
		try {
			for await (const step of fetchWellness(options)) {
				counts.saved += step.type === 'wellness-saved' && step.bytes > 0 ? 1 : 0;
				counts.upToDate += step.type === 'wellness-saved' && step.bytes === 0 ? 1 : 0;
				counts.upToDate += step.type === 'wellness-planned' ? step.upToDate : 0;
				counts.failed += step.type === 'wellness-failed' ? 1 : 0;
				yield step;
			}
		} catch (error) {
			ending =
				options.signal.aborted || isAbort(error)
					? {cancelled: true}
					: {error: toErrorReport(error)};
		}

		const failed = event.failed + counts.failed;
		const durationMs = Date.now() - startedAt;
		yield {...event, failed, durationMs, wellness: counts, ...ending};
	}
}
