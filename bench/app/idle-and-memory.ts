import {judge, printTable} from '../print-table.js';
import {pause} from '../statistics.js';
import type {Terminal} from '../terminal.js';
import type {Variant} from './prepare.js';
import {cpuMs, hasFigures, residentMb} from './process-figures.js';
import {findStatus, readPosition, untilSettled} from './screen.js';

const idleMs = 5000;
const marks = [200, 1000, 2000] as const;

// The collector lets a heap grow to about twice what lives there, and holds it then: a leak goes on.
const flat = 1.2;

const measureIdle = async (terminal: Terminal) => {
	const cpu = cpuMs(terminal.pid);
	const bytes = terminal.bytes();
	await pause(idleMs);
	return {cpu: cpuMs(terminal.pid) - cpu, bytes: terminal.bytes() - bytes};
};

const pressUntil = async (terminal: Terminal, status: number, count: number) => {
	for (let at = readPosition(terminal, status); at <= count; at += 1) {
		terminal.press('j');
		await terminal.until(() => readPosition(terminal, status) === at + 1, `row ${at + 1}`);
	}
};

const measureOne = async (variant: Variant) => {
	const terminal = variant.open();
	await untilSettled(terminal, variant);
	const status = await findStatus(terminal);
	await pause(1000);
	const start = residentMb(terminal.pid);
	const idle = await measureIdle(terminal);
	const memory = [start];
	for (const mark of marks) {
		await pressUntil(terminal, status, mark);
		memory.push(residentMb(terminal.pid));
	}

	terminal.press('q');
	await terminal.exit;
	return {idle, memory};
};

/** What the program takes while nobody touches it, and how it grows while somebody does. */
export const measureIdleAndMemory = async (variants: readonly Variant[]): Promise<void> => {
	if (!hasFigures) {
		console.log('\nIdle and memory: skipped, this system has no /proc');
		return;
	}

	const rows: string[][] = [];
	const largest = Math.max(...variants.map(({size}) => size.rows));
	const measured = variants.filter(({kind, size}) => kind !== 'node' && size.rows === largest);
	for (const variant of measured) {
		const {idle, memory} = await measureOne(variant);
		rows.push([
			variant.name,
			String(idle.cpu),
			String(idle.bytes),
			judge(idle.bytes === 0),
			...memory.map((value) => value.toFixed(0)),
			judge((memory.at(-1) ?? 0) <= (memory.at(-2) ?? 0) * flat),
		]);
	}

	console.log(`\n${idleMs / 1000} s without input; resident memory at first and after keys`);
	printTable(['', 'CPU ms', 'bytes', 'aim', 'MB', ...marks.map(String), 'flat'], rows);
};
