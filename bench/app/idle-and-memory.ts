import {judge, printTable} from '../print-table.js';
import {pause} from '../statistics.js';
import type {Terminal} from '../terminal.js';
import type {Variant} from './prepare.js';
import {cpuMs, hasFigures, residentMb} from './process-figures.js';
import {findStatus, readPosition, untilSettled} from './screen.js';

const idleMs = 5000;
const few = 200;
const many = 2000;

// Memory that grows by less than this between `few` and `many` keys is the collector's own breath.
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
	await pressUntil(terminal, status, few);
	const afterFew = residentMb(terminal.pid);
	await pressUntil(terminal, status, many);
	const afterMany = residentMb(terminal.pid);
	terminal.press('q');
	await terminal.exit;
	return {idle, memory: [start, afterFew, afterMany] as const};
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
			judge(memory[2] <= memory[1] * flat),
		]);
	}

	console.log(`\n${idleMs / 1000} s without input; resident memory after ${few} and ${many} keys`);
	printTable(['', 'CPU ms', 'bytes', 'aim', 'MB', `${few}`, `${many}`, 'flat'], rows);
};
