import type {Terminal} from '../terminal.js';
import type {Variant} from './prepare.js';

const row = /\] .*\d{4}-\d\d-\d\d /;

/** Waits for the first useful screen: an activity's row, or the bare program's word. */
export const untilUseful = (terminal: Terminal, {kind}: Variant): Promise<number> =>
	kind === 'app'
		? terminal.until(() => terminal.lines().some((line) => row.test(line)), 'an activity')
		: terminal.until(() => terminal.line(0).includes('hello'), 'hello');

const position = /([\d,]+)\/[\d,]+/;

/** Waits until the app has nothing more to do: the list is read and nothing moves. */
export const untilSettled = async (terminal: Terminal, variant: Variant): Promise<void> => {
	await untilUseful(terminal, variant);
	if (variant.kind === 'app') {
		await terminal.until(
			() => !/asking|reading/.test(terminal.lines().slice(0, 3).join('\n')),
			'a list that was read',
		);
	}
};

/** The line that says `n/m`, wherever it is on this screen. */
export const findStatus = (terminal: Terminal): number =>
	terminal.lines().findLastIndex((line) => position.test(line));

/** Where the cursor is, as the status says. */
export const readPosition = (terminal: Terminal, status: number): number =>
	Number(position.exec(terminal.line(status))?.[1]?.replaceAll(',', '') ?? Number.NaN);
