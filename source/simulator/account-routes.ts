import type {ServerResponse} from 'node:http';
import {compare} from 'bcryptjs';
import type {Region} from '../domain/region.js';
import {type Accounts, type SimulatedAccount, toMd5Hex} from './accounts.js';
import type {Behaviour, SimulatedRequest} from './behaviour.js';
import {sendData, sendRefusal} from './respond.js';

const apiCode = '41C2B95C';

const regionIds = {us: 1, cn: 2, eu: 3, sg: 4} as const satisfies Record<Region, number>;

const toRegionId = (region: Region, how: Behaviour['regionId']) => {
	switch (how) {
		case 'missing':
			return {};
		case 'unknown':
			return {regionId: 9};
		case 'string':
			return {regionId: String(regionIds[region])};
		default:
			return {regionId: regionIds[region]};
	}
};

const readBody = ({body}: SimulatedRequest): Record<string, unknown> => {
	try {
		const value: unknown = JSON.parse(body);
		return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
	} catch {
		return {};
	}
};

/** The account's own object, in login and `/account/query` alike; it echoes the live token. */
export const toAccountData = (account: SimulatedAccount, accessToken: string) => ({
	accessToken,
	userId: account.userId,
	nickname: account.nickname,
	email: account.email,
	headPic: '',
	countryCode: 'DE',
	birthday: 19900101,
	sex: 0,
	stature: 180,
	weight: 70,
	unit: 0,
	temperatureUnit: 0,
	hrZoneType: 3,
	maxHr: 188,
	rhr: 47,
	userProfile: {},
	zoneData: {},
	runScoreList: [],
	sportDataSummary: {count: account.activities.length},
	climbConfig: [],
});

/** `POST /account/login`, in both password forms. */
export const answerLogin = async (
	request: SimulatedRequest,
	response: ServerResponse,
	accounts: Accounts,
	behaviour: Behaviour,
): Promise<void> => {
	const {account: email, accountType, pwd, p1, p2} = readBody(request);
	const form = typeof pwd === 'string' ? 'md5Form' : 'bcryptForm';
	const filled = typeof pwd === 'string' || (typeof p1 === 'string' && typeof p2 === 'string');
	if (typeof email !== 'string' || accountType === undefined || !filled) {
		sendRefusal(response, '1031');
		return;
	}

	const acceptance = behaviour[form];
	if (acceptance !== 'accepted') {
		sendRefusal(response, acceptance);
		return;
	}

	const account = accounts.find(email);
	const stored = toMd5Hex(account?.password ?? '');
	const matches =
		form === 'md5Form'
			? pwd === stored
			: String(p1).startsWith(String(p2)) && (await compare(stored, String(p1)));
	const foreign = account && request.host !== account.region && request.host !== account.dataRegion;
	if (!account || !matches || (foreign && behaviour.wrongHostLogin === '1030')) {
		sendRefusal(response, '1030');
		return;
	}

	if (account.twoFactor) {
		sendData(response, apiCode, {
			twoFactorRequired: true,
			...accounts.challenge(account),
			accountType2fa: 2,
			regionId: String(regionIds[account.region]),
			userId: account.userId,
		});
		return;
	}

	sendData(response, apiCode, {
		...toAccountData(account, accounts.issueToken(account)),
		...toRegionId(account.region, behaviour.regionId),
	});
};

/** `POST /account/captcha`: mails a code. Only the account's own region knows the challenge. */
export const answerCaptcha = (
	request: SimulatedRequest,
	response: ServerResponse,
	accounts: Accounts,
): void => {
	const {account, codeType, lengthType, accountType} = readBody(request);
	const shaped = codeType === 20 && lengthType === 2 && typeof accountType === 'string';
	if (!shaped || accounts.mailCode(account) === undefined) {
		sendRefusal(response, '1031');
		return;
	}

	sendData(response, '7C0A12F4');
};

/** `POST /account/2fa/login/verify`: a wrong code leaves the ticket usable. */
export const answerVerify = (
	request: SimulatedRequest,
	response: ServerResponse,
	accounts: Accounts,
): void => {
	const {loginTicket, appKey, code} = readBody(request);
	const account = accounts.verify(loginTicket, appKey, code);
	if (!account || request.host !== account.region) {
		sendRefusal(response, '1042');
		return;
	}

	// Region and user id are left out, as they may be.
	sendData(response, apiCode, {accessToken: accounts.issueToken(account)});
};
