import {Box} from 'ink';
import {fitHints, hintsFor} from '../keys/hints.js';
import type {Model} from '../model.js';
import {useSymbols} from '../use-symbols.js';
import {HintList} from './hint-list.js';

/** The last two lines: a rule, and the keys that do something now. */
export const Footer = ({model}: {readonly model: Model}) => {
	const symbols = useSymbols();
	// A dialog has its own line of keys.
	const {overlay, help, screen} = model;
	const isBelow =
		help !== undefined ||
		(overlay?.name !== 'profiles' && (overlay !== undefined || screen.name === 'export'));
	const hints = isBelow ? [] : fitHints(hintsFor(model, symbols), model.size.columns - 2);
	return (
		<Box
			flexShrink={0}
			height={2}
			paddingX={1}
			borderStyle={symbols.border}
			borderDimColor
			borderBottom={false}
			borderLeft={false}
			borderRight={false}
		>
			<HintList hints={hints} />
		</Box>
	);
};
