import type {AppAction} from './action.js';
import {isRunning} from './check/check.js';
import {leaveCheck} from './check/update-check.js';
import {breakOff, endWith} from './ending.js';
import {stopJob} from './job/stop-job.js';
import {layerBelowHelp} from './keys/active-layer.js';
import {helpLines} from './keys/help.js';
import {isHelped} from './keys/layer.js';
import {helpHeight, isTooSmall} from './layout.js';
import type {Help, Model} from './model.js';
import {clampIndex} from './scroll.js';
import {leaveSignIn} from './sign-in/update-sign-in.js';
import {unicodeSymbols} from './symbols.js';
import {keepRow, withCursor} from './table/cursor.js';

const runningJob = ({screen}: Model) => (screen.name === 'backup' ? screen.job : undefined);

const interrupt = (model: Model): Model => {
	if (model.screen.name === 'sign-in' && model.screen.signIn.request) {
		return leaveSignIn(model, model.screen.signIn);
	}

	const {screen} = model;
	if (screen.name === 'check' && isRunning(screen.check) && !screen.check.isStopping) {
		return leaveCheck(model, screen.check);
	}

	const job = runningJob(model);
	return job && !job.isStopping ? stopJob(model, {}) : breakOff(model, 130);
};

const openHelp = (model: Model): Model => {
	const layer = layerBelowHelp(model);
	const lines = helpLines(layer, unicodeSymbols).length;
	return isHelped(layer) ? {...model, help: {layer, top: 0, lines}} : model;
};

const scrollHelp = (
	{help, size}: Model,
	{by, part}: Extract<AppAction, {type: 'help-scrolled'}>,
): Help | undefined => {
	if (!help) {
		return undefined;
	}

	const height = helpHeight(size);
	const top = help.top + by * (part === 'page' ? height - 1 : 1);
	return {...help, top: clampIndex(top, help.lines - height + 1)};
};

/** What concerns the app as a whole. Pure. */
export const updateApp = (model: Model, action: AppAction): Model => {
	switch (action.type) {
		case 'resized': {
			const {columns, rows} = action;
			if (columns === model.size.columns && rows === model.size.rows) {
				return model;
			}

			// The terminal has moved what it showed, in a way of its own: all of it is drawn anew.
			const resized = {...model, size: {columns, rows}, redraws: model.redraws + 1};
			// Where no table is drawn, none needs to scroll.
			return isTooSmall(resized.size) ? resized : withCursor(resized, model.table.cursor);
		}
		case 'redrawn':
			return {...model, redraws: model.redraws + 1};
		case 'suspended':
			return {...model, suspensions: model.suspensions + 1};
		case 'background-seen':
			return {...model, background: action.background};
		case 'crashed':
			return {...model, crash: {error: action.error}};
		case 'revived':
			return {...model, crash: undefined, revivals: model.revivals + 1};
		case 'help-opened':
			return openHelp(model);
		case 'help-scrolled':
			return {...model, help: scrollHelp(model, action)};
		case 'help-left':
			return {...model, help: undefined};
		case 'overlay-left':
			return {...model, overlay: undefined};
		case 'quit-asked':
			return runningJob(model) ? {...model, overlay: {name: 'quit'}} : endWith(model, 0);
		case 'quit-confirmed':
			return runningJob(model) ? stopJob(model, {isLast: true}) : endWith(model, 0);
		case 'folder-opened':
			return {...model, folderOpenings: model.folderOpenings + 1};
		case 'interrupted':
			return interrupt(model);
		case 'terminated':
			return runningJob(model) ? stopJob(model, {isLast: true}) : breakOff(model, 130);
		case 'minute-passed': {
			const {at, today} = action;
			return keepRow(model, {...model, clock: {at, today}}, 0);
		}
	}
};
