import {cellWidth} from '../../text/cells.js';
import type {Model} from '../model.js';
import {statusAge, statusParts} from '../table/status.js';
import {useSymbols} from '../use-symbols.js';
import {Line} from './line.js';

/** Below the rows: where the cursor is, what the marked and the shown add up to, how old it all is. */
export const TableStatus = ({model}: {readonly model: Model}) => {
	const symbols = useSymbols();
	const age = statusAge(model);
	const room = model.size.columns - 2 - (age === '' ? 0 : cellWidth(age) + 2);
	return (
		<Line left={statusParts(model, symbols, room).join(` ${symbols.separator} `)} right={age} />
	);
};
