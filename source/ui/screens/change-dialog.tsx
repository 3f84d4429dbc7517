import {Text} from 'ink';
import {truncate} from '../../text/cells.js';
import {Dialog} from '../components/dialog.js';
import {dialogTextWidth} from '../layout.js';
import type {Model} from '../model.js';

/** Asked when somebody changes to another profile while a backup runs. */
export const ChangeDialog = ({model, to}: {readonly model: Model; readonly to: string}) => (
	<Dialog model={model} title="A backup is running">
		<Text wrap="truncate">{`Stop it and change to ${truncate(to, dialogTextWidth - 23)}?`}</Text>
		<Text>What is saved stays saved; the next backup goes on.</Text>
	</Dialog>
);
