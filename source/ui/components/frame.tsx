import {Box} from 'ink';
import type {ReactNode} from 'react';
import type {Model} from '../model.js';
import {Footer} from './footer.js';
import {Header} from './header.js';

/** What every whole screen has around its own content. */
export const Frame = ({model, children}: {readonly model: Model; readonly children: ReactNode}) => (
	<Box flexDirection="column" flexGrow={1}>
		<Header model={model} />
		<Box flexDirection="column" flexGrow={1} overflow="hidden">
			{children}
		</Box>
		<Footer model={model} />
	</Box>
);
