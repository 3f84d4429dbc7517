import {toErrorReport} from '../domain/known-error.js';
import type {Services} from '../services/services.js';
import {CrashGuard} from './components/crash-guard.js';
import {Scene, symbolsOf} from './components/scene.js';
import {wantedRecording} from './detail/wanted.js';
import {useAccount} from './effects/use-account.js';
import {useActivities} from './effects/use-activities.js';
import {useArchive} from './effects/use-archive.js';
import {useBackup} from './effects/use-backup.js';
import {useCheck} from './effects/use-check.js';
import {useClock} from './effects/use-clock.js';
import {useExit} from './effects/use-exit.js';
import {useFolder} from './effects/use-folder.js';
import {useModel} from './effects/use-model.js';
import {useMouse} from './effects/use-mouse.js';
import {useOrder} from './effects/use-order.js';
import {useProfiles} from './effects/use-profiles.js';
import {useRecording} from './effects/use-recording.js';
import {useRedraw} from './effects/use-redraw.js';
import {useRehearsal} from './effects/use-rehearsal.js';
import {useReports} from './effects/use-reports.js';
import {useSearch} from './effects/use-search.js';
import {useSettings} from './effects/use-settings.js';
import {useSignIn} from './effects/use-sign-in.js';
import {useSigns} from './effects/use-signs.js';
import {useSuspend} from './effects/use-suspend.js';
import {useView} from './effects/use-view.js';
import type {Beginning} from './initial-model.js';
import {allActivities} from './list/all-activities.js';
import type {Model} from './model.js';
import {CrashScreen} from './screens/crash-screen.js';
import {CurrentScreen} from './screens/current-screen.js';
import {asciiSymbols} from './symbols.js';
import {rowsToSearch} from './table/rows.js';
import type {Keyboard} from './terminal/keyboard.js';
import type {ReportSource} from './terminal/report-source.js';
import {viewOf} from './view/saved-view.js';

/** What the terminal can do and tell. */
export type TerminalTraits = {
	/** Has few signs beyond ASCII. */
	readonly isPlain: boolean;
	readonly reports: ReportSource;
	/** Keeps what is written within ASCII, as far as the app's own signs go. */
	readonly setPlain: (isPlain: boolean) => void;
	/** Stops the process until somebody lets it go on. */
	readonly suspend: () => Promise<void>;
};

const wantedProfiles = ({overlay, isDemo, folder}: Model): string | undefined =>
	overlay?.name === 'profiles' && !isDemo ? folder : undefined;

/** The app: one model, the effects that follow it, and a view of it. */
export const App = ({
	services,
	signal,
	terminal,
	keyboard,
	beginning,
	onExit,
}: {
	readonly services: Services;
	readonly signal?: AbortSignal | undefined;
	readonly terminal: TerminalTraits;
	readonly keyboard: Keyboard;
	readonly beginning: Beginning;
	/** Told the last model, once. */
	readonly onExit: (model: Model) => void;
}) => {
	const [model, dispatch] = useModel(services, beginning, keyboard);
	const {settings} = model;
	useReports(terminal.reports, dispatch);
	useMouse(settings.mouse);
	useSuspend(model.suspensions, settings.mouse, terminal.suspend);
	useSettings(services, model.settings, dispatch);
	useAccount(services, model.account !== undefined);
	const rehearsal = useRehearsal(model);
	useActivities(services, model.list, dispatch, rehearsal);
	useArchive(services, model.archive.reading, dispatch, rehearsal);
	useBackup(services, model.screen.name === 'backup' ? model.screen.job : undefined, dispatch);
	useCheck(services, model.screen.name === 'check' ? model.screen.check : undefined, dispatch);
	useSignIn(services, model.screen.name === 'sign-in' ? model.screen.signIn : undefined, dispatch);
	useFolder(services, model.folderOpenings);
	useClock(dispatch);
	useRecording(services, wantedRecording(model), dispatch);
	useRedraw(model.redraws);
	useOrder(model.list.phase === 'loading' ? undefined : allActivities(model));
	useSearch(model.table.filter.isTyping ? rowsToSearch(model) : undefined);
	useView(services, viewOf(model), {
		isSignedIn: model.account !== undefined,
		isEnding: model.exit !== undefined,
	});
	useProfiles(services, wantedProfiles(model), dispatch);
	useExit(model, signal, dispatch, onExit);
	useSigns(terminal.setPlain, symbolsOf(model, terminal.isPlain) === asciiSymbols);
	return (
		<Scene model={model} isPlain={terminal.isPlain}>
			<CrashGuard
				key={model.revivals}
				onCrash={(error) => {
					services.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
					dispatch({type: 'crashed', error: toErrorReport(error)});
				}}
			>
				<CurrentScreen model={model} />
			</CrashGuard>
			{model.crash ? <CrashScreen model={model} crash={model.crash} /> : undefined}
		</Scene>
	);
};
