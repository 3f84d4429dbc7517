import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import {fitHints, hintsFor} from '../keys/hints.js';
import {dialogMargin, dialogTextWidth, dialogWidth} from '../layout.js';
import type {Model} from '../model.js';
import {useSymbols} from '../use-symbols.js';
import {HintList} from './hint-list.js';
import {TitleBar} from './title-bar.js';

// Ink draws only what has text, so what lies below would show through the gaps.
const curtainWidth = dialogWidth + 2 * dialogMargin;
const curtain = Array.from({length: 60}, () => ' '.repeat(curtainWidth)).join('\n');

/** A box in the middle of the screen, over whatever is there; its last line says the keys. */
export const Dialog = ({
	model,
	title,
	children,
}: {
	readonly model: Model;
	readonly title: string;
	readonly children: ReactNode;
}) => {
	const symbols = useSymbols();
	return (
		<Box
			position="absolute"
			width="100%"
			height="100%"
			alignItems="center"
			justifyContent="center"
			flexDirection="column"
		>
			<Box width={curtainWidth} flexShrink={0} flexDirection="column" paddingX={dialogMargin}>
				<Box position="absolute" left={0} width={curtainWidth} height="100%" overflow="hidden">
					<Text>{curtain}</Text>
				</Box>
				<TitleBar title={title} width={dialogWidth} />
				<Box flexDirection="column" borderStyle={symbols.border} borderTop={false} paddingX={1}>
					{children}
					<Box marginTop={1}>
						<HintList hints={fitHints(hintsFor(model, symbols), dialogTextWidth)} />
					</Box>
				</Box>
			</Box>
		</Box>
	);
};
