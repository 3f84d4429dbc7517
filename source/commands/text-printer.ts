import type {BackupEvent, Transfer} from '../backup/event.js';
import {type BackupProgress, initialProgress, reduceProgress} from '../backup/progress.js';
import {toPrintable} from '../domain/printable.js';
import {countOf, formatBytes, formatCount, formatWait} from '../text/measures.js';
import type {Io} from './io.js';
import {createLiveLine} from './live-line.js';

const line = ({day, name, format}: Transfer): string =>
	`${day} ${toPrintable(name) || 'unnamed'} (${format})`;

const describe = (progress: BackupProgress, startedAt: number): string => {
	const {phase, listed, listTotal, checked, checkTotal, toFetch, settled, summary} = progress;
	if (phase === 'listing') {
		const total = listTotal === undefined ? '' : ` of ${formatCount(listTotal)}`;
		return `Reading the list: ${formatCount(listed)}${total} activities`;
	}

	if (phase === 'checking') {
		return `Checking files in the folder: ${formatCount(checked)} of ${formatCount(checkTotal)}`;
	}

	const seconds = (Date.now() - startedAt) / 1000;
	const left = settled > 4 ? ((toFetch - settled) * seconds) / settled : undefined;
	const parts = [
		`${formatCount(settled)} of ${countOf(toFetch, 'file')}`,
		formatBytes(summary.bytes),
		`${formatBytes(summary.bytes / Math.max(seconds, 0.1))}/s`,
		left !== undefined && `${formatWait(left)} left`,
		summary.failed > 0 && `${formatCount(summary.failed)} failed`,
		progress.active.some(({retrying}) => retrying) && 'retrying',
	];
	return parts.filter(Boolean).join(' · ');
};

/** Prints a run's events for people. Call `end` when the run is over. */
export type TextPrinter = {print(event: BackupEvent): void; end(): void};

/** What the printer leaves out, and what the run is that it tells of. */
export type PrinterOptions = {
	readonly quiet: boolean;
	readonly verbose: boolean;
	/** What to say where no activity is meant. */
	readonly ifNone?: string | undefined;
	/** What is fetched was there before. */
	readonly isRepair?: boolean;
};

type Planned = Extract<BackupEvent, {type: 'planned'}>;

const describePlan = (plan: Planned, {ifNone, isRepair}: PrinterOptions): string | undefined => {
	const {found, toFetch, upToDate, unavailable, dryRun} = plan;
	if (isRepair) {
		return toFetch > 0 ? `${countOf(toFetch, 'file')} to fetch anew.` : undefined;
	}

	if (found === 0) {
		return ifNone;
	}

	const parts = [
		`${countOf(toFetch, 'file')} ${dryRun ? 'would be fetched' : 'to fetch'}`,
		upToDate > 0 && `${formatCount(upToDate)} already there`,
		unavailable > 0 && `${formatCount(unavailable)} not available at COROS`,
	];
	return `${countOf(found, 'activity', 'activities')}: ${parts.filter(Boolean).join(', ')}.`;
};

/**
 * On a terminal one line is redrawn, eight times a second at most; elsewhere only what matters is
 * printed, a line each. `verbose` adds every file and retry, `quiet` leaves only problems.
 */
export const createTextPrinter = (io: Io, options: PrinterOptions): TextPrinter => {
	const {quiet, verbose} = options;
	const {draw, say, clear} = createLiveLine(io, !quiet);
	let progress = initialProgress;
	let startedAt = Date.now();

	const note = (event: BackupEvent) => {
		switch (event.type) {
			case 'planned': {
				startedAt = Date.now();
				const plan = describePlan(event, options);
				if (!quiet && plan !== undefined) {
					say(plan);
				}
				break;
			}
			case 'saved':
				if (verbose) {
					say(`saved ${event.transfer.file}, ${formatBytes(event.bytes)}`);
				}
				break;
			case 'unavailable':
				if (verbose) {
					say(`not available: ${line(event.transfer)}: ${event.reason}`);
				}
				break;
			case 'converted':
				if (verbose) {
					say(`made here ${event.transfer.file}, ${formatBytes(event.bytes)}`);
				}
				break;
			case 'retrying':
				if (verbose) {
					const wait = formatWait(event.waitMs / 1000);
					say(`again in ${wait}: ${line(event.transfer)}: ${event.error.message}`);
				}
				break;
			case 'postponed':
				if (verbose) {
					say(`again at the end: ${line(event.transfer)}: ${event.error.message}`);
				}
				break;
			case 'warning':
				say(`${event.message}. ${event.hint}`);
				break;
			case 'metadata-refreshed':
				if (!quiet) {
					const {count} = event;
					say(`${countOf(count, 'metadata file')} written anew, as edited at COROS.`);
				}
				break;
			case 'irreparable':
				say(`cannot be repaired: ${event.file}: ${event.error.message}. ${event.error.hint}`);
				break;
			case 'failed':
				say(`failed: ${line(event.transfer)}: ${event.error.message}. ${event.error.hint}`);
				break;
			case 'details-planned':
				if (!quiet && event.toFetch + event.upToDate > 0) {
					const wanted = event.dryRun ? 'would be fetched' : 'to fetch';
					const there = event.upToDate > 0 ? `, ${formatCount(event.upToDate)} already there` : '';
					say(`Details: ${countOf(event.toFetch, 'file')} ${wanted}${there}.`);
				}
				break;
			case 'wellness-planned':
				if (!quiet) {
					const wanted = event.dryRun ? 'would be fetched' : 'to fetch';
					say(`Wellness: ${countOf(event.toFetch, 'file')} ${wanted}.`);
				}
				break;
			case 'wellness-saved':
			case 'detail-saved':
				if (verbose) {
					say(`saved ${event.file}, ${formatBytes(event.bytes)}`);
				}
				break;
			case 'wellness-failed':
			case 'detail-failed':
				say(`failed: ${event.file}: ${event.error.message}. ${event.error.hint}`);
				break;
			default:
		}
	};

	return {
		print(event) {
			progress = reduceProgress(progress, event);
			note(event);
			if (event.type !== 'finished') {
				draw(() => describe(progress, startedAt));
			}
		},
		end: clear,
	};
};
