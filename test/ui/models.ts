import type {Activity} from '../../source/domain/activity.js';
import type {Services} from '../../source/services/services.js';
import type {Action} from '../../source/ui/action.js';
import {createModel} from '../../source/ui/initial-model.js';
import type {KeyPress} from '../../source/ui/keys/key-press.js';
import {reduce} from '../../source/ui/keys/press.js';
import type {Model} from '../../source/ui/model.js';
import {createFakeServices} from './fake-services.js';

export const press = (key: string): KeyPress => ({
	type: 'key-pressed',
	key,
	text: key === 'space' ? ' ' : /^(\^|[a-z+]{2,})/.test(key) ? undefined : key,
});

/** The model after actions and keys; a text is a key. */
export const follow = (model: Model, ...steps: ReadonlyArray<Action | string>): Model =>
	steps.reduce(
		(reached, step) => reduce(reached, typeof step === 'string' ? press(step) : step),
		model,
	);

/** The app with a list that has been read. */
export const openTable = (
	activities: readonly Activity[],
	size = {columns: 80, rows: 24},
	services: Partial<Services> = {},
): Model =>
	follow(
		createModel(createFakeServices({activities, ...services}), size),
		{
			type: 'list-read',
			listing: {
				activities,
				complete: true,
				listedAt: '2026-11-22T09:00:00Z',
				full: true,
				unreadable: 0,
				total: activities.length,
			},
		},
		{type: 'archive-read', entryOf: () => undefined, unlisted: []},
	);
