import {Text} from 'ink';
import {Dialog} from '../components/dialog.js';
import type {Model} from '../model.js';

/** Asked before the session is forgotten. */
export const SignOutDialog = ({model}: {readonly model: Model}) => (
	<Dialog model={model} title="Sign out?">
		<Text>This machine forgets the session.</Text>
		<Text>Files, settings and your browser stay as they are.</Text>
	</Dialog>
);
