import type {RepairEvent, RepairSummary} from '../backup/repair.js';
import type {VerifyEvent} from '../backup/verify.js';
import {exitCodeOf} from '../domain/known-error.js';
import type {Services} from '../services/services.js';
import {countOf, formatBytes, formatCount, formatWait} from '../text/measures.js';
import type {Flags} from './flags.js';
import type {Io} from './io.js';
import {createLiveLine} from './live-line.js';
import {printJson} from './print-json.js';
import {printReport} from './report-error.js';
import {connect} from './sign-in.js';
import {createTextPrinter} from './text-printer.js';

type Verified = Extract<VerifyEvent, {type: 'verified'}>;

const isVerify = (event: RepairEvent): event is VerifyEvent =>
	['verifying', 'problem', 'unknown', 'verified'].includes(event.type);

const describe = (verified: Verified, folder: string): string => {
	const {checked, problems, unknown, setAside, bytes, durationMs} = verified;
	if (checked + problems === 0) {
		const others = unknown > 0 ? `, only ${countOf(unknown, 'unknown file')}` : '';
		return `Nothing to check: this folder holds no backup${others}. Folder: ${folder}`;
	}

	const parts = [
		`${countOf(checked, 'file')} read (${formatBytes(bytes)})`,
		problems === 0 ? 'all good' : countOf(problems, 'problem'),
		unknown > 0 && `${countOf(unknown, 'unknown file')} left alone`,
		setAside > 0 && `${countOf(setAside, 'damaged file')} kept aside`,
	];
	return `${parts.filter(Boolean).join(', ')}, in ${formatWait(durationMs / 1000)}. Folder: ${folder}`;
};

/** Prints a check for people: one line redrawn on a terminal, one line a problem anywhere. */
const createVerifyPrinter = (services: Services, {quiet}: Flags, io: Io) => {
	const {draw, say, clear} = createLiveLine(io, !quiet);
	return (event: VerifyEvent): void => {
		switch (event.type) {
			case 'verifying': {
				const {checked, total} = event;
				draw(() => `Checking: ${formatCount(checked)} of ${countOf(total, 'file')}`);
				break;
			}
			case 'problem':
				say(`${event.kind}: ${event.file}: ${event.reason}`);
				break;
			case 'unknown':
				if (!quiet) {
					say(`unknown: ${event.file}: not a file of a backup, left alone`);
				}
				break;
			case 'verified':
				clear();
				if (!quiet) {
					io.out(`${describe(event, services.folder)}\n`);
				}
				break;
		}
	};
};

/** Damage that another run may mend is 3, damage that none can is 7. */
const repairExit = ({cancelled, error, failed, remaining}: RepairSummary): number => {
	if (cancelled) {
		return 130;
	}

	if (error) {
		return exitCodeOf(error.code);
	}

	return remaining === 0 ? 0 : failed > 0 ? 3 : 7;
};

const describeRepair = ({problems, repaired, remaining, cancelled}: RepairSummary): string =>
	[
		cancelled && 'Stopped; what is repaired is kept: ',
		`${formatCount(repaired)} of ${countOf(problems, 'problem')} repaired`,
		remaining > 0 && `, ${formatCount(remaining)} left`,
	]
		.filter(Boolean)
		.join('');

const runRepair = async (
	services: Services,
	flags: Flags,
	io: Io,
	signal: AbortSignal,
): Promise<number> => {
	const {json, quiet, verbose} = flags;
	const printVerify = createVerifyPrinter(services, flags, io);
	const printer = createTextPrinter(io, {quiet, verbose, isRepair: true});
	let damaged = 0;
	let summary: RepairSummary | undefined;
	for await (const event of services.repair(() => connect(services, flags, io, signal), signal)) {
		if (event.type === 'repaired') {
			summary = event;
		} else if (event.type === 'problem' && ['damaged', 'changed'].includes(event.kind)) {
			damaged += 1;
		}

		if (json) {
			printJson(io, event);
		} else if (isVerify(event)) {
			printVerify(event);
		} else if (event.type !== 'repaired') {
			printer.print(event);
			if (event.type === 'unavailable' && !verbose) {
				io.error(`cannot be repaired: ${event.transfer.file}: ${event.reason}\n`);
			}
		}
	}

	printer.end();
	if (!summary) {
		return 1;
	}

	if (!json && !quiet && summary.problems > 0) {
		const kept = damaged > 0 && summary.repaired > 0 ? ' Damaged files are kept in damaged/.' : '';
		io.out(`${describeRepair(summary)}.${kept}\n`);
	}

	if (summary.error) {
		printReport(io, summary.error);
	} else if (summary.failed > 0 && !json) {
		io.error('Run the same command again: only what is bad or gone is fetched.\n');
	}

	return repairExit(summary);
};

/** `verify`: reads every file of the archive and names what is wrong. Works offline. */
export const runVerify = async (
	services: Services,
	flags: Flags,
	io: Io,
	signal: AbortSignal,
): Promise<number> => {
	if (flags.repair) {
		return runRepair(services, flags, io, signal);
	}

	const {json} = flags;
	const print = createVerifyPrinter(services, flags, io);
	let problems = 0;
	let unrecorded = 0;
	for await (const event of services.verify(signal)) {
		if (json) {
			printJson(io, event);
		} else {
			print(event);
		}

		if (event.type === 'verified') {
			problems = event.problems;
		} else if (event.type === 'problem' && ['unrecorded', 'state'].includes(event.kind)) {
			unrecorded += 1;
		}
	}

	if (problems > 0 && !json) {
		io.error(
			problems === unrecorded
				? 'Run coros-tui backup: it records what is whole, and fetches nothing for it.\n'
				: 'Run coros-tui verify --repair: it fetches what is bad or gone.\n',
		);
	}

	return problems === 0 ? 0 : 7;
};
