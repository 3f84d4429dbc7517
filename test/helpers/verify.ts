import type {RepairEvent, RepairSummary} from '../../source/backup/repair.js';
import type {VerifyEvent, VerifyProblem} from '../../source/backup/verify.js';
import {type BackupSetting, testServices} from './backup.js';
import {ann} from './simulator.js';

const never = () => new AbortController().signal;

/** Checks a setting's archive, offline. */
export const verifyOnce = async (
	setting: BackupSetting,
): Promise<{
	readonly events: VerifyEvent[];
	readonly problems: VerifyProblem[];
	readonly end: Extract<VerifyEvent, {type: 'verified'}>;
}> => {
	const events: VerifyEvent[] = [];
	for await (const event of testServices(setting).verify(never())) {
		events.push(event);
	}

	const end = events.at(-1);
	if (end?.type !== 'verified') {
		throw new Error('a check without an end');
	}

	const problems = events.filter((event) => event.type === 'problem');
	return {events, problems, end};
};

/** Repairs a setting's archive with the kept session. */
export const repairOnce = async (
	setting: BackupSetting,
): Promise<{
	readonly events: RepairEvent[];
	readonly summary: RepairSummary;
	readonly connections: number;
}> => {
	const services = testServices(setting);
	const events: RepairEvent[] = [];
	let connections = 0;
	const connect = async () => {
		connections += 1;
		return services.connect(ann);
	};
	for await (const event of services.repair(connect, never())) {
		events.push(event);
	}

	const summary = events.at(-1);
	if (summary?.type !== 'repaired') {
		throw new Error('a repair without an end');
	}

	return {events, summary, connections};
};
