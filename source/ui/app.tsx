import type {Services} from '../services/services.js';
import {wantedRecording} from './detail/wanted.js';
import {useAccount} from './effects/use-account.js';
import {useActivities} from './effects/use-activities.js';
import {useArchive} from './effects/use-archive.js';
import {useBackup} from './effects/use-backup.js';
import {useClock} from './effects/use-clock.js';
import {useExit} from './effects/use-exit.js';
import {useFolder} from './effects/use-folder.js';
import {useModel} from './effects/use-model.js';
import {useRecording} from './effects/use-recording.js';
import {useRedraw} from './effects/use-redraw.js';
import {useSettings} from './effects/use-settings.js';
import {useSignIn} from './effects/use-sign-in.js';
import {useView} from './effects/use-view.js';
import {CurrentScreen} from './screens/current-screen.js';
import {viewOf} from './view/saved-view.js';

/** The app: one model, the effects that follow it, and a view of it. */
export const App = ({
	services,
	signal,
}: {
	readonly services: Services;
	readonly signal?: AbortSignal | undefined;
}) => {
	const [model, dispatch] = useModel(services);
	useSettings(services, model.settings, dispatch);
	useAccount(services, model.account !== undefined);
	useActivities(services, model.list, dispatch);
	useArchive(services, model.archive.reading, dispatch);
	useBackup(services, model.screen.name === 'backup' ? model.screen.job : undefined, dispatch);
	useSignIn(services, model.screen.name === 'sign-in' ? model.screen.signIn : undefined, dispatch);
	useFolder(services, model.folderOpenings);
	useClock(dispatch);
	useRecording(services, wantedRecording(model), dispatch);
	useRedraw(model.redraws);
	useView(services, viewOf(model), model.exit !== undefined);
	useExit(model.exit, signal, dispatch);
	return <CurrentScreen model={model} />;
};
