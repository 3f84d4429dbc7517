import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import type {Model} from '../model.js';
import {panelPlace, panelWidth} from '../panel.js';
import {useTheme} from '../use-theme.js';
import {Frame} from './frame.js';

/** A form with a title, in the middle of a screen of its own. */
export const Panel = ({
	model,
	title,
	children,
}: {
	readonly model: Model;
	readonly title: string;
	readonly children: ReactNode;
}) => {
	const theme = useTheme();
	const {left, top} = panelPlace(model.size);
	return (
		<Frame model={model}>
			<Box
				flexDirection="column"
				flexShrink={0}
				width={left + panelWidth}
				paddingLeft={left}
				paddingTop={top}
			>
				<Text wrap="truncate" {...theme.heading}>
					{title}
				</Text>
				{children}
			</Box>
		</Frame>
	);
};
