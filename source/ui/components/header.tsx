import {Text} from 'ink';
import {unnamedProfile} from '../../domain/profile-name.js';
import {cellWidth, truncate} from '../../text/cells.js';
import {countOf, formatCount} from '../../text/measures.js';
import {allActivities} from '../list/all-activities.js';
import type {Model} from '../model.js';
import {markedTotals} from '../table/marks.js';
import {useSymbols} from '../use-symbols.js';
import {useTheme} from '../use-theme.js';
import {Line} from './line.js';

const whose = ({account}: Model, width: number, separator: string): string => {
	if (!account) {
		return 'not signed in';
	}

	const {email = 'signed in by token', region} = account;
	const where = ` ${separator} ${region.toUpperCase()}`;
	return truncate(email, Math.max(4, width - cellWidth(where))) + where;
};

/** The profile's name, where it has one, in half of the room at most: the account has the rest. */
const which = ({profile}: Model, width: number, separator: string): string =>
	profile === unnamedProfile
		? ''
		: `${truncate(profile, Math.max(8, Math.floor(width / 2)))} ${separator} `;

/** Name, demo mark, margins and the gap before the right end. */
const taken = (isDemo: boolean): number => (isDemo ? 21 : 15);

/** The first line of every screen: the program, whose account it shows, how much there is. */
export const Header = ({model}: {readonly model: Model}) => {
	const theme = useTheme();
	const {separator} = useSymbols();
	const {count} = markedTotals(model);
	const marked = count > 0 ? ` ${separator} ${formatCount(count)} marked` : '';
	const right = model.account
		? `${countOf(allActivities(model).length, 'activity', 'activities')}${marked}`
		: '';
	const room = model.size.columns - taken(model.isDemo) - cellWidth(right);
	const profile = which(model, room, separator);
	return (
		<Line
			left={
				<>
					<Text {...theme.brand}>coros-tui</Text>
					{model.isDemo ? <Text {...theme.warning}>{'  DEMO'}</Text> : undefined}
					{'  '}
					<Text {...theme.heading}>{profile}</Text>
					{whose(model, room - cellWidth(profile), separator)}
				</>
			}
			right={right}
		/>
	);
};
