import {Text} from 'ink';
import type {BackupEvent, Transfer} from '../../backup/event.js';
import type {ActiveTransfer} from '../../backup/progress.js';
import {fitCells, truncate} from '../../text/cells.js';
import {formatBytes} from '../../text/measures.js';
import {shownName} from '../table/shown-name.js';
import type {Look} from '../theme.js';
import {useSymbols} from '../use-symbols.js';
import {useTheme} from '../use-theme.js';
import {ProgressBar} from './progress-bar.js';

/** How wide names are, in a window of that width. */
const nameWidth = (columns: number): number => Math.max(14, Math.min(40, columns - 56));

const label = (transfer: Transfer, columns: number): string => {
	const name = fitCells(shownName(transfer), nameWidth(columns));
	return `${transfer.day}  ${name}  ${transfer.format.toUpperCase()}`;
};

const barWidth = 10;

const Received = ({received, size, retrying}: ActiveTransfer) => {
	const theme = useTheme();
	if (retrying) {
		const {attempt, attempts, reason} = retrying;
		return <Text {...theme.partial}>{truncate(`try ${attempt}/${attempts}, ${reason}`, 200)}</Text>;
	}

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

/** A file on its way. */
export const TransferLine = ({
	active,
	isSelected,
	columns,
}: {
	readonly active: ActiveTransfer;
	/** Under the cursor: the one that would be given up. */
	readonly isSelected: boolean;
	readonly columns: number;
}) => {
	const {cursor, receiving, retrying} = useSymbols();
	return (
		<Text wrap="truncate">
			{`${isSelected ? cursor : ' '}${active.retrying ? retrying : receiving} ${label(active.transfer, columns)}  `}
			<Received {...active} />
		</Text>
	);
};

type Settled = Extract<BackupEvent, {type: 'saved' | 'unavailable' | 'failed'}>;

const tellOutcome = (event: Settled): string => {
	switch (event.type) {
		case 'saved':
			return formatBytes(event.bytes);
		case 'unavailable':
			return 'COROS has none';
		case 'failed':
			return truncate(event.error.message, 200);
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
	return (
		<Text wrap="truncate">
			<Text {...theme[looks[event.type]]}>{` ${sign} `}</Text>
			{`${label(event.transfer, columns)}  ${tellOutcome(event)}`}
		</Text>
	);
};
