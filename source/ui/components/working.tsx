import {Text} from 'ink';
import Spinner from 'ink-spinner';

/** A sign that something is under way. Slow: each of its steps paints the whole screen. */
export const Working = () => (
	<Text>
		<Spinner type="simpleDots" />
	</Text>
);
