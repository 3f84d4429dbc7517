import type {Credentials} from '../domain/session.js';
import type {SimulatedAccount} from './accounts.js';
import {createDemoActivities} from './activities/demo-activities.js';
import {renderDetail} from './files/render-detail.js';
import {renderFile} from './files/render-file.js';
import type {ServedActivity} from './served-activity.js';

/** The demo's account: made up, like everything in it. */
export const demoCredentials: Credentials = {email: 'demo@example.org', password: 'demo'};

const userId = '445823834382155776';

/** Made-up activities as the service holds them. */
export const createServedActivities = (
	options?: Parameters<typeof createDemoActivities>[0],
): ServedActivity[] =>
	createDemoActivities(options).map((activity) => ({
		id: activity.id,
		item: activity.item,
		formats: activity.formats,
		file: (format) => renderFile(activity, format, userId),
		detail: () => renderDetail(activity),
	}));

/** Four years of an amateur's training. */
export const createDemoAccount = (
	options?: Parameters<typeof createDemoActivities>[0],
): SimulatedAccount => ({
	...demoCredentials,
	userId,
	nickname: 'Demo',
	region: 'eu',
	dataRegion: 'eu',
	twoFactor: false,
	activities: createServedActivities(options),
});
