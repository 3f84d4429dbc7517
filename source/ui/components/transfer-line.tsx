import {Text} from 'ink';
import type {BackupEvent, Transfer} from '../../backup/event.js';
import type {ActiveTransfer} from '../../backup/progress.js';
import {cellWidth, fitCells, truncate} from '../../text/cells.js';
import {formatBytes, formatWait} from '../../text/measures.js';
import {shownName} from '../../text/shown-name.js';
import type {Look} from '../theme.js';
import {useSymbols} from '../use-symbols.js';
import {useTheme} from '../use-theme.js';
import {ProgressBar} from './progress-bar.js';

/** How wide names are, in a window of that width. */
const nameWidth = (columns: number): number => Math.max(14, Math.min(40, columns - 56));

// Where a reason follows, the name makes room for it, down to a word.
const leastNameWidth = 12;

// Sign, day, format and the space around them.
const besideName = 22;

/** A failure in so many cells: without its particulars, where there is no room for them. */
const shorten = (message: string, width: number): string =>
	cellWidth(message) <= width ? message : truncate(message.split(': ', 1)[0] ?? '', width);

/** The cells left for an outcome where a name is as short as can be. */
const outcomeRoom = (columns: number): number => columns - besideName - leastNameWidth;

/** Day, name and format; `needed` cells are kept free for what follows. */
const label = (transfer: Transfer, columns: number, needed = 0): string => {
	const width = Math.min(
		nameWidth(columns),
		Math.max(leastNameWidth, columns - besideName - needed),
	);
	const name = fitCells(shownName(transfer), width);
	return `${transfer.day}  ${name}  ${transfer.format.toUpperCase()}`;
};

const barWidth = 10;

const Received = ({received, size}: ActiveTransfer) => {
	const theme = useTheme();
	if (received === 0) {
		return <Text {...theme.faint}>asking</Text>;
	}

	return size ? (
		<Text>
			<ProgressBar part={received / size} width={barWidth} /> {formatBytes(received)}
		</Text>
	) : (
		<Text>{formatBytes(received)}</Text>
	);
};

/** Which try comes next, and when. */
const tellTry = (
	{attempt, attempts}: NonNullable<ActiveTransfer['retrying']>,
	seconds: number,
): string => `try ${attempt}/${attempts}${seconds > 0 ? ` in ${formatWait(seconds)}` : ''}, `;

const RetryLine = ({
	transfer,
	retrying,
	seconds,
	columns,
}: {
	readonly transfer: Transfer;
	readonly retrying: NonNullable<ActiveTransfer['retrying']>;
	readonly seconds: number;
	readonly columns: number;
}) => {
	const theme = useTheme();
	// As wide as it ever gets: the name does not move while seconds are counted.
	const widest = cellWidth(tellTry(retrying, Math.max(10, retrying.waitMs / 1000)));
	const next = tellTry(retrying, seconds);
	const reason = shorten(retrying.reason, outcomeRoom(columns) - cellWidth(next));
	return (
		<>
			{`${label(transfer, columns, widest + cellWidth(reason))}  `}
			<Text {...theme.partial}>{next + reason}</Text>
		</>
	);
};

/** A file on its way. */
export const TransferLine = ({
	active,
	isSelected,
	seconds,
	columns,
}: {
	readonly active: ActiveTransfer;
	/** To its next try, where it waits for one. */
	readonly seconds: number;
	/** Under the cursor: the one that would be given up. */
	readonly isSelected: boolean;
	readonly columns: number;
}) => {
	const symbols = useSymbols();
	const {transfer, retrying} = active;
	const sign = retrying ? symbols.retrying : symbols.receiving;
	return (
		<Text wrap="truncate">
			{`${isSelected ? symbols.cursor : ' '}${sign} `}
			{retrying ? (
				<RetryLine transfer={transfer} retrying={retrying} seconds={seconds} columns={columns} />
			) : (
				<>
					{`${label(transfer, columns)}  `}
					<Received {...active} />
				</>
			)}
		</Text>
	);
};

type Settled = Extract<BackupEvent, {type: 'saved' | 'unavailable' | 'failed'}>;

const tellOutcome = (event: Settled, columns: number): string => {
	switch (event.type) {
		case 'saved':
			return formatBytes(event.bytes);
		case 'unavailable':
			return 'COROS has none';
		case 'failed':
			return shorten(event.error.message, outcomeRoom(columns));
	}
};

const looks = {saved: 'good', unavailable: 'faint', failed: 'problem'} as const satisfies Record<
	Settled['type'],
	Look
>;

/** A file that has come to its end, good or bad. */
export const SettledLine = ({
	event,
	columns,
}: {
	readonly event: Settled;
	readonly columns: number;
}) => {
	const theme = useTheme();
	const {done, unavailable, failed} = useSymbols();
	const sign = {saved: done, unavailable, failed}[event.type];
	const outcome = tellOutcome(event, columns);
	return (
		<Text wrap="truncate">
			<Text {...theme[looks[event.type]]}>{` ${sign} `}</Text>
			{`${label(event.transfer, columns, cellWidth(outcome))}  ${outcome}`}
		</Text>
	);
};
