import type {Terminal} from '../terminal.js';
import type {Variant} from './prepare.js';

const row = /\] .*\d{4}-\d\d-\d\d /;

/** Waits for the first useful screen: an activity's row, or the bare program's word. */
export const untilUseful = (terminal: Terminal, {kind}: Variant): Promise<number> =>
	kind === 'app'
		? terminal.until(() => terminal.lines().some((line) => row.test(line)), 'an activity')
		: terminal.until(() => terminal.line(0).includes('hello'), 'hello');

const position = /([\d,]+)\/[\d,]+/;

/** Whether the list has been compared with the service's; the bare program has none. */
export const isSettled = (terminal: Terminal, {kind}: Variant): boolean =>
	kind !== 'app' || !/asking|reading/.test(terminal.lines().slice(0, 3).join('\n'));

/** Waits until the app has nothing more to do. */
export const untilSettled = async (terminal: Terminal, variant: Variant): Promise<void> => {
	await untilUseful(terminal, variant);
	await terminal.until(() => isSettled(terminal, variant), 'a list that was read');
};

/** The line that says `n/m`, wherever it is on this screen; the screen may arrive in two parts. */
export const findStatus = async (terminal: Terminal): Promise<number> => {
	const find = () => terminal.lines().findLastIndex((line) => position.test(line));
	await terminal.until(() => find() !== -1, 'n/m');
	return find();
};

/** Where the cursor is, as the status says. */
export const readPosition = (terminal: Terminal, status: number): number =>
	Number(position.exec(terminal.line(status))?.[1]?.replaceAll(',', '') ?? Number.NaN);
