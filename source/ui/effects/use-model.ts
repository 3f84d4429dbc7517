import {useWindowSize} from 'ink';
import {type Dispatch, useEffect, useReducer} from 'react';
import type {Services} from '../../services/services.js';
import type {Action} from '../action.js';
import {type Beginning, createModel} from '../initial-model.js';
import {type Input, reduce} from '../keys/press.js';
import type {Model} from '../model.js';
import type {Keyboard} from '../terminal/keyboard.js';

/** How effects report. */
export type Dispatcher = Dispatch<Action>;

/** The model, fed by the keyboard and the window. */
export const useModel = (
	services: Services,
	beginning: Beginning,
	keyboard: Keyboard,
): readonly [Model, Dispatch<Input>] => {
	const {columns, rows} = useWindowSize();
	const [model, dispatch] = useReducer(reduce, undefined, () =>
		createModel(services, {columns, rows}, beginning),
	);
	useEffect(() => keyboard.subscribe(dispatch), [keyboard]);
	useEffect(() => {
		dispatch({type: 'resized', columns, rows});
	}, [columns, rows]);
	// The first drawing after a resize must not be one of the old size.
	const isSized = model.size.columns === columns && model.size.rows === rows;
	return [isSized ? model : reduce(model, {type: 'resized', columns, rows}), dispatch];
};
