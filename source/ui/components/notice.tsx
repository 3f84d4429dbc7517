import {Box} from 'ink';
import type {ErrorReport} from '../../domain/known-error.js';
import {noticeLines} from '../layout.js';
import {useSymbols} from '../use-symbols.js';
import {Lines} from './lines.js';

/** A problem: what happened, and what to do about it. */
export const Notice = ({
	notice,
	columns,
}: {
	readonly notice: ErrorReport | undefined;
	readonly columns: number;
}) => {
	const {failed} = useSymbols();
	const lines = noticeLines(notice, columns).map(
		(line, index) => ` ${index === 0 ? failed : ' '} ${line}`,
	);
	return (
		<Box flexDirection="column" flexShrink={0}>
			<Lines lines={lines} first="problem" />
		</Box>
	);
};
