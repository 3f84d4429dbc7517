import type {Services} from '../services/services.js';
import {useActivities} from './effects/use-activities.js';
import {useArchive} from './effects/use-archive.js';
import {useBackup} from './effects/use-backup.js';
import {useExit} from './effects/use-exit.js';
import {useModel} from './effects/use-model.js';
import {useRedraw} from './effects/use-redraw.js';
import {CurrentScreen} from './screens/current-screen.js';

/** The app: one model, the effects that follow it, and a view of it. */
export const App = ({
	services,
	signal,
}: {
	readonly services: Services;
	readonly signal?: AbortSignal | undefined;
}) => {
	const [model, dispatch] = useModel(services);
	useActivities(services, model.list, dispatch);
	useArchive(services, model.archive.reading, dispatch);
	useBackup(services, model.screen.name === 'backup' ? model.screen.job : undefined, dispatch);
	useRedraw(model.redraws);
	useExit(model.exit, signal, dispatch);
	return <CurrentScreen model={model} />;
};
