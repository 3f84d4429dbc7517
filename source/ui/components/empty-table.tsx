import {Box, Text} from 'ink';
import {truncate} from '../../text/cells.js';
import {tableHeight} from '../layout.js';
import type {Model} from '../model.js';
import {chipTexts} from '../table/filter-pieces.js';
import {useTheme} from '../use-theme.js';

const explain = ({list, table, account}: Model): readonly [what: string, then: string] => {
	if (list.activities.length > 0) {
		const wanted = [truncate(table.filter.text, 30), ...chipTexts(table.chips)].filter(Boolean);
		return [`Nothing matches ${wanted.join(', ')}`, 'Clear the filter to see all.'];
	}

	if (list.phase === 'loading') {
		return ['Reading your activities', 'The table opens with the first page.'];
	}

	if (list.phase === 'failed') {
		return account
			? ['There is no list to show yet', 'What is on disk is safe.']
			: ['Nobody is signed in', 'Sign in to see your activities.'];
	}

	return [
		'This account has no activities yet',
		'Record one, let the COROS app sync the watch, then press R.',
	];
};

/** In place of the rows where there are none: why, and what then. */
export const EmptyTable = ({model}: {readonly model: Model}) => {
	const theme = useTheme();
	const [what, next] = explain(model);
	return (
		<Box
			height={tableHeight(model.notice, model.size)}
			flexDirection="column"
			alignItems="center"
			justifyContent="center"
		>
			<Text wrap="truncate" {...theme.heading}>
				{what}
			</Text>
			<Text wrap="truncate">{next}</Text>
		</Box>
	);
};
