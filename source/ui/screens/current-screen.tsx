import {Box} from 'ink';
import {isCovered} from '../keys/active-layer.js';
import {isTooSmall} from '../layout.js';
import type {Model} from '../model.js';
import type {SignIn} from '../sign-in/sign-in.js';
import {ActivitiesScreen} from './activities-screen.js';
import {BackupScreen} from './backup-screen.js';
import {ChangeDialog} from './change-dialog.js';
import {CheckScreen} from './check-screen.js';
import {CodeScreen} from './code-screen.js';
import {DayMenu} from './day-menu.js';
import {DetailScreen} from './detail-screen.js';
import {ExportDialog} from './export-dialog.js';
import {HelpDialog} from './help-dialog.js';
import {ProfilesScreen} from './profiles-screen.js';
import {QuitDialog} from './quit-dialog.js';
import {SettingsScreen} from './settings-screen.js';
import {SignInScreen} from './sign-in-screen.js';
import {SignOutDialog} from './sign-out-dialog.js';
import {SportMenu} from './sport-menu.js';
import {SummaryScreen} from './summary-screen.js';
import {TooSmall} from './too-small.js';

const Asking = ({model, signIn}: {readonly model: Model; readonly signIn: SignIn}) =>
	signIn.code ? (
		<CodeScreen model={model} signIn={signIn} code={signIn.code} />
	) : (
		<SignInScreen model={model} signIn={signIn} />
	);

const Ground = ({model}: {readonly model: Model}) => {
	const {screen} = model;
	switch (screen.name) {
		case 'sign-in':
			return <Asking model={model} signIn={screen.signIn} />;
		case 'settings':
			return <SettingsScreen model={model} form={screen.form} />;
		case 'activities':
			return <ActivitiesScreen model={model} />;
		case 'detail':
			return <DetailScreen model={model} top={screen.top} />;
		case 'export':
			return (
				<>
					<ActivitiesScreen model={model} />
					{isCovered(model) ? undefined : <ExportDialog model={model} choice={screen.choice} />}
				</>
			);
		case 'check':
			return <CheckScreen model={model} check={screen.check} />;
		case 'backup':
			return <BackupScreen model={model} job={screen.job} />;
		case 'summary':
			return <SummaryScreen model={model} job={screen.job} top={screen.top} />;
	}
};

const Over = ({model}: {readonly model: Model}) => {
	if (model.help) {
		return <HelpDialog model={model} help={model.help} />;
	}

	switch (model.overlay?.name) {
		case 'sign-out':
			return <SignOutDialog model={model} />;
		case 'quit':
			return <QuitDialog model={model} />;
		case 'sports':
			return <SportMenu model={model} cursor={model.overlay.cursor} />;
		case 'days':
			return <DayMenu model={model} cursor={model.overlay.cursor} />;
		case 'change':
			return <ChangeDialog model={model} to={model.overlay.to} />;
		case 'profiles': // In the place of what it would cover.
		case undefined:
			return null;
	}
};

/** The whole window as the model says. */
export const CurrentScreen = ({model}: {readonly model: Model}) => (
	// Only the height comes from state: a width would be stale in the first frame after a resize.
	<Box height={model.size.rows} flexDirection="column" overflow="hidden">
		{isTooSmall(model.size) ? (
			<TooSmall model={model} />
		) : (
			<>
				{model.overlay?.name === 'profiles' ? (
					<ProfilesScreen model={model} picker={model.overlay.picker} />
				) : (
					<Ground model={model} />
				)}
				<Over model={model} />
			</>
		)}
	</Box>
);
