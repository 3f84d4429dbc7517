import {judge, printTable} from '../print-table.js';
import {median, pause, quantile} from '../statistics.js';
import type {Terminal} from '../terminal.js';
import type {Variant} from './prepare.js';
import {findStatus, untilSettled} from './screen.js';

const aimMs = 33;
const aimBytes = 2000;
const steps = 80;
const pages = 30;
const pageDown = '\u001B[6~';
const eraseAll = '\u0015';
const escapeKey = '\u001B';
const filterRow = 1;
const words = [
	'trail',
	'track',
	'morni',
	'easy ',
	'munic',
	'long ',
	'sunri',
	'heavy',
	'indoo',
] as const;

// Slower than a key held down: each press finds the program at rest.
const paceMs = 70;

type Answer = {readonly ms: number; readonly bytes: number};

// Presses a key, and waits for the first write that changes that line.
const pressOnce = async (terminal: Terminal, key: string, row: number): Promise<Answer> => {
	const before = terminal.line(row);
	const written = terminal.bytes();
	const pressedAt = performance.now();
	terminal.press(key);
	const ms = (await terminal.until(() => terminal.line(row) !== before, key)) - pressedAt;
	await pause(paceMs);
	return {ms, bytes: terminal.bytes() - written};
};

const pressEach = async (terminal: Terminal, keys: readonly string[], row: number) => {
	const answers: Answer[] = [];
	for (const key of keys) {
		answers.push(await pressOnce(terminal, key, row));
	}

	return answers;
};

const repeat = (key: string, count: number): string[] => Array.from({length: count}, () => key);

// Down and up again, within the window: nothing scrolls.
const toAndFro = ({size}: Variant): string[] => {
	const reach = Math.floor(size.rows / 2);
	return Array.from({length: steps}, (_, index) => (index % (2 * reach) < reach ? 'j' : 'k'));
};

const typeWords = async (terminal: Terminal) => {
	const answers: Answer[] = [];
	for (const word of words) {
		await pressOnce(terminal, '/', filterRow);
		answers.push(...(await pressEach(terminal, [...word], filterRow)));
		await pressEach(terminal, [eraseAll, escapeKey], filterRow);
	}

	return answers;
};

const measureOne = async (
	variant: Variant,
): Promise<Readonly<Record<string, readonly Answer[]>>> => {
	const terminal = variant.open();
	await untilSettled(terminal, variant);
	await pause(500);
	const status = await findStatus(terminal);
	const cursor = await pressEach(terminal, toAndFro(variant), status);
	const others =
		variant.kind === 'app'
			? {
					// From the last row on every step moves the whole table.
					scroll: (await pressEach(terminal, repeat('j', variant.size.rows + steps), status)).slice(
						variant.size.rows,
					),
					page: await pressEach(terminal, repeat(pageDown, pages), status),
					filter: await typeWords(terminal),
				}
			: {};
	terminal.press('q');
	await terminal.exit;
	return {cursor, ...others};
};

/** From a key to the first write that shows it; and what a key costs in bytes. */
export const measureKeys = async (variants: readonly Variant[]): Promise<void> => {
	const rows: string[][] = [];
	for (const variant of variants.filter(({kind}) => kind !== 'node')) {
		const measured = await measureOne(variant);
		for (const [what, answers] of Object.entries(measured)) {
			const times = answers.map(({ms}) => ms);
			const hasAim = variant.kind === 'app' && what === 'cursor';
			const p95 = quantile(times, 0.95);
			const bytes = median(answers.map((answer) => answer.bytes));
			rows.push([
				`${variant.name}, ${what}`,
				median(times).toFixed(1),
				p95.toFixed(1),
				hasAim ? judge(p95 <= aimMs) : '',
				String(bytes),
				hasAim ? judge(bytes < aimBytes) : '',
			]);
		}
	}

	console.log(`\nKey to paint, ms; aims for the cursor: p95 ${aimMs} ms, ${aimBytes} bytes`);
	printTable(['', 'p50', 'p95', 'aim', 'bytes', 'aim'], rows);
};
