import {useApp} from 'ink';
import {useCallback, useEffect, useState} from 'react';
import type {ErrorReport} from '../domain/known-error.js';
import type {Services} from '../services/services.js';
import {App, type TerminalTraits} from './app.js';
import {Scene} from './components/scene.js';
import {useKeyboard} from './effects/use-keyboard.js';
import type {Beginning} from './initial-model.js';
import type {AppResult, Model} from './model.js';
import {CurrentScreen} from './screens/current-screen.js';

/** What the app goes on with. */
export type Changed = {
	readonly services: Services;
	/** Why it is not what was asked for, where it is not. */
	readonly notice?: ErrorReport;
};

/** Ends with the services there are and opens those of another profile. */
export type ChangeTo = (profile: string) => Promise<Changed>;

type Stage = {
	/** Counts the changes: the app of another profile shares nothing with the one before. */
	readonly count: number;
	readonly services: Services;
	readonly beginning: Beginning;
	/** The last of the profile that is left, until the next is there. */
	readonly left: Model | undefined;
	/** What each has left behind, for the restored screen. */
	readonly told: readonly string[];
};

const tell = (told: readonly string[], {message}: AppResult): readonly string[] =>
	message === '' ? told : [...told, message];

/** One app after the other, on the same screen and with the same keyboard. */
export const Root = ({
	services,
	beginning,
	signal,
	terminal,
	changeTo,
}: {
	readonly services: Services;
	readonly beginning: Beginning;
	readonly signal?: AbortSignal | undefined;
	readonly terminal: TerminalTraits;
	readonly changeTo: ChangeTo | undefined;
}) => {
	const {exit} = useApp();
	const [stage, setStage] = useState<Stage>({
		count: 0,
		services,
		beginning,
		left: undefined,
		told: [],
	});
	const {left, told} = stage;
	const keyboard = useKeyboard(() => exit({message: told.join('\n'), exitCode: 130}));
	const leave = useCallback(
		(model: Model) => {
			const result = model.exit ?? {message: '', exitCode: 0};
			if (result.next === undefined || !changeTo) {
				exit({...result, message: tell(told, result).join('\n')});
				return;
			}

			keyboard.hold(model.ahead);
			setStage((now) => ({...now, left: model, told: tell(now.told, result)}));
		},
		[changeTo, exit, told, keyboard],
	);
	const next = left?.exit?.next;
	useEffect(() => {
		if (!left || next === undefined || !changeTo) {
			return;
		}

		const go = async () => {
			const {services: opened, notice} = await changeTo(next);
			setStage((now) => ({
				...now,
				count: now.count + 1,
				services: opened,
				// The terminal was asked how bright it is, and does not say so again.
				beginning: {background: left.background, notice},
				left: undefined,
			}));
		};
		go().catch((error: Error) => exit(error));
	}, [left, next, changeTo, exit]);
	return left ? (
		<Scene model={left} isPlain={terminal.isPlain}>
			<CurrentScreen model={left} />
		</Scene>
	) : (
		<App
			key={stage.count}
			services={stage.services}
			signal={signal}
			terminal={terminal}
			keyboard={keyboard}
			beginning={stage.beginning}
			onExit={leave}
		/>
	);
};
