import {countOf, formatBytes} from '../text/measures.js';
import type {Crash, Model} from './model.js';

const tell = ({saved, folder}: Model): string =>
	saved.files > 0
		? `Saved ${countOf(saved.files, 'file')} (${formatBytes(saved.bytes)}) in ${folder}.`
		: '';

const tellCrash = ({error}: Crash): string => `${error.message}\n${error.hint}`;

/**
 * Ends the app, telling on the restored screen what it leaves behind; or this profile's part of it,
 * where it goes on with the next.
 */
export const endWith = (model: Model, exitCode: number, next?: string): Model => ({
	...model,
	exit: model.crash
		? {message: [tell(model), tellCrash(model.crash)].join('\n').trim(), exitCode: 1}
		: {message: tell(model), exitCode, ...(next !== undefined && {next})},
});

/** Ends the app in the middle of a backup: what came so far is counted, the rest is said. */
export const breakOff = (model: Model, exitCode: number): Model => {
	if (model.screen.name !== 'backup') {
		return endWith(model, exitCode);
	}

	const {saved, bytes} = model.screen.job.progress.summary;
	const counted = {
		...model,
		saved: {files: model.saved.files + saved, bytes: model.saved.bytes + bytes},
	};
	const message = [tell(counted), 'The backup was broken off; the next one goes on from there.'];
	return {...counted, exit: {message: message.join(' ').trim(), exitCode}};
};
