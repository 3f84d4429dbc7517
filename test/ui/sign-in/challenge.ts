import type {TwoFactorChallenge} from '../../../source/domain/session.js';

/** A code has been mailed. */
export const challenge: TwoFactorChallenge = {
	loginTicket: 'ticket',
	appKey: 'key',
	account: 'opaque',
	accountType: '2',
	region: 'eu',
	email: 'two@example.org',
	since: '2026-11-22T09:00:00Z',
};
