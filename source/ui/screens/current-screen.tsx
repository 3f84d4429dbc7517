import {Box} from 'ink';
import {isTooSmall} from '../layout.js';
import type {Model} from '../model.js';
import {ActivitiesScreen} from './activities-screen.js';
import {BackupScreen} from './backup-screen.js';
import {ExportDialog} from './export-dialog.js';
import {HelpDialog} from './help-dialog.js';
import {QuitDialog} from './quit-dialog.js';
import {SummaryScreen} from './summary-screen.js';
import {TooSmall} from './too-small.js';

const Ground = ({model}: {readonly model: Model}) => {
	const {screen} = model;
	switch (screen.name) {
		case 'activities':
			return <ActivitiesScreen model={model} />;
		case 'export':
			return (
				<>
					<ActivitiesScreen model={model} />
					{model.overlay ? undefined : <ExportDialog model={model} choice={screen.choice} />}
				</>
			);
		case 'backup':
			return <BackupScreen model={model} job={screen.job} />;
		case 'summary':
			return <SummaryScreen model={model} job={screen.job} top={screen.top} />;
	}
};

const Over = ({model}: {readonly model: Model}) => {
	switch (model.overlay?.name) {
		case 'help':
			return <HelpDialog model={model} top={model.overlay.top} />;
		case 'quit':
			return <QuitDialog model={model} />;
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
				<Ground model={model} />
				<Over model={model} />
			</>
		)}
	</Box>
);
