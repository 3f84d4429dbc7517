import {Text} from 'ink';
import {Dialog} from '../components/dialog.js';
import type {Model} from '../model.js';

/** Asked when somebody quits while a backup runs. */
export const QuitDialog = ({model}: {readonly model: Model}) => (
	<Dialog model={model} title="A backup is running">
		<Text>Stop it and quit?</Text>
		<Text>What is saved stays saved; the next backup goes on.</Text>
	</Dialog>
);
