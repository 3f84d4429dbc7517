import {createHash, randomBytes, randomInt} from 'node:crypto';
import type {Region} from '../domain/region.js';
import type {ServedActivity} from './served-activity.js';

/** An account of the simulated service. */
export type SimulatedAccount = {
	readonly email: string;
	readonly password: string;
	readonly userId: string;
	readonly nickname: string;
	/** What login answers as `regionId`. */
	readonly region: Region;
	/** Where its data answers; differs from `region` for some real accounts. */
	readonly dataRegion: Region;
	readonly twoFactor: boolean;
	/** Newest first; tests add to it. */
	readonly activities: ServedActivity[];
};

type LiveToken = {readonly account: SimulatedAccount; readonly issuedAt: number; calls: number};

type Ticket = {readonly account: SimulatedAccount; code: string | undefined};

/** Sessions and mailed codes. One token an account: a new login ends the one before. */
export type Accounts = {
	find(email: unknown): SimulatedAccount | undefined;
	issueToken(account: SimulatedAccount): string;
	/** Makes a given token the account's live one, as if issued earlier. */
	admit(account: SimulatedAccount, token: string): void;
	/** The account of a live token; counts as one call of it. */
	use(token: string | undefined, limits: TokenLimits): SimulatedAccount | undefined;
	/** Ends the account's token, as opening the web app does. */
	revoke(email: string): void;
	challenge(account: SimulatedAccount): {loginTicket: string; appKey: string; account: string};
	/** Mails a code; undefined for an unknown challenge account. */
	mailCode(challengeAccount: unknown): string | undefined;
	verify(loginTicket: unknown, appKey: unknown, code: unknown): SimulatedAccount | undefined;
	/** Codes mailed to this address so far, oldest first. */
	mailbox(email: string): readonly string[];
};

export type TokenLimits = {
	/** The token dies after so many calls, as when a browser signs in meanwhile. */
	revokeAfterCalls?: number | undefined;
	tokenLifetimeMs?: number | undefined;
};

/** How every token begins here, so that one that got somewhere is known again. */
export const tokenMark = 'C0FFEE5EC2E7';

export const toMd5Hex = (text: string): string =>
	createHash('md5').update(text, 'utf8').digest('hex');

const toOpaque = (email: string): string => `enc-${toMd5Hex(`opaque:${email}`)}`;

export const createAccounts = (accounts: readonly SimulatedAccount[]): Accounts => {
	const tokens = new Map<string, LiveToken>();
	const tickets = new Map<string, Ticket>();
	const mail = new Map<string, string[]>();

	const revoke = (email: string) => {
		for (const [token, {account}] of tokens) {
			if (account.email === email) {
				tokens.delete(token);
			}
		}
	};

	const admit = (account: SimulatedAccount, token: string) => {
		revoke(account.email);
		tokens.set(token, {account, issuedAt: Date.now(), calls: 0});
	};

	return {
		find: (email) => accounts.find((account) => account.email === email),
		issueToken(account) {
			const token = tokenMark + randomBytes(10).toString('hex').toUpperCase();
			admit(account, token);
			return token;
		},
		admit,
		use(token, {revokeAfterCalls, tokenLifetimeMs}) {
			const live = token === undefined ? undefined : tokens.get(token);
			if (!token || !live) {
				return undefined;
			}

			live.calls += 1;
			const worn = revokeAfterCalls !== undefined && live.calls > revokeAfterCalls;
			const old = tokenLifetimeMs !== undefined && Date.now() - live.issuedAt > tokenLifetimeMs;
			if (worn || old) {
				tokens.delete(token);
				return undefined;
			}

			return live.account;
		},
		revoke,
		challenge(account) {
			const loginTicket = `ticket-${randomBytes(8).toString('hex')}`;
			tickets.set(loginTicket, {account, code: undefined});
			return {
				loginTicket,
				appKey: `app-${toMd5Hex(loginTicket)}`,
				account: toOpaque(account.email),
			};
		},
		mailCode(challengeAccount) {
			const account = accounts.find(({email}) => toOpaque(email) === challengeAccount);
			if (!account) {
				return undefined;
			}

			const code = String(randomInt(100_000, 1_000_000));
			mail.set(account.email, [...(mail.get(account.email) ?? []), code]);
			for (const ticket of tickets.values()) {
				if (ticket.account === account) {
					ticket.code = code;
				}
			}

			return code;
		},
		verify(loginTicket, appKey, code) {
			const ticket = tickets.get(String(loginTicket));
			const known = ticket && appKey === `app-${toMd5Hex(String(loginTicket))}`;
			if (!known || ticket.code === undefined || ticket.code !== code) {
				return undefined;
			}

			tickets.delete(String(loginTicket));
			return ticket.account;
		},
		mailbox: (email) => mail.get(email) ?? [],
	};
};
