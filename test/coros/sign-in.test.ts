import {describe, expect, test} from 'vitest';
import {adoptToken, answerChallenge, signIn} from '../../source/coros/sign-in.js';
import {KnownError} from '../../source/domain/known-error.js';
import {account, ann, asked, signInContext, testSimulator} from '../helpers/simulator.js';

const auto = {region: 'auto'} as const;

const failure = async (promise: Promise<unknown>): Promise<KnownError> => {
	const error = await promise.then(
		() => undefined,
		(thrown: unknown) => thrown,
	);
	expect(error).toBeInstanceOf(KnownError);
	return error as KnownError;
};

const session = async (promise: ReturnType<typeof signIn>) => {
	const result = await promise;
	if (result.kind !== 'signed-in') {
		throw new Error('a code was asked for');
	}

	return result.session;
};

describe('signing in', () => {
	test('finds the account’s own region with one login, whatever host issued the token', async () => {
		for (const region of ['us', 'eu', 'cn', 'sg'] as const) {
			const simulator = await testSimulator([account({region, dataRegion: region})]);
			const found = await session(signIn(signInContext(simulator), ann, auto));
			expect(found).toMatchObject({region, userId: '445823834382155776', email: ann.email});
			expect(asked(simulator).filter((line) => line.endsWith('/account/login'))).toHaveLength(1);
		}
	});

	test('asks host after host where foreign ones answer as if the password were wrong', async () => {
		const simulator = await testSimulator([account({region: 'sg', dataRegion: 'sg'})], {
			wrongHostLogin: '1030',
		});
		expect(await session(signIn(signInContext(simulator), ann, auto))).toMatchObject({
			region: 'sg',
		});
		expect(asked(simulator).filter((line) => line.includes('login'))).toEqual([
			'us /account/login',
			'eu /account/login',
			'cn /account/login',
			'sg /account/login',
		]);
	});

	test('starts with the region where the account was last', async () => {
		const simulator = await testSimulator();
		await signIn(signInContext(simulator), ann, {region: 'auto', remembered: 'eu'});
		expect(asked(simulator)).toEqual(['eu /account/login', 'eu /activity/query']);
	});

	test('finds the data where login and data live on different hosts', async () => {
		const simulator = await testSimulator([account({region: 'eu', dataRegion: 'us'})]);
		const found = await session(signIn(signInContext(simulator), ann, {region: 'eu'}));
		expect(found.region).toBe('us');
		expect(asked(simulator).filter((line) => line.includes('login'))).toHaveLength(1);
	});

	test.each(['string', 'missing', 'unknown'] as const)(
		'copes with a regionId that is %s',
		async (regionId) => {
			const simulator = await testSimulator([account({region: 'cn', dataRegion: 'cn'})], {
				regionId,
			});
			expect(await session(signIn(signInContext(simulator), ann, auto))).toMatchObject({
				region: 'cn',
			});
		},
	);

	test('sends the web app’s bcrypt form and never the password or its MD5', async () => {
		const simulator = await testSimulator([account()], {md5Form: '1031'});
		await signIn(signInContext(simulator), ann, auto);
		const [login] = simulator.requests;
		const body = JSON.parse(login!.body) as Record<string, unknown>;
		expect(Object.keys(body).sort()).toEqual(['account', 'accountType', 'p1', 'p2']);
		expect(body.p1).toMatch(/^\$2[aby]\$10\$.{53}$/);
	});

	test.each(['1031', '1030'] as const)(
		'falls back to the MD5 form where bcrypt is refused with %s',
		async (bcryptForm) => {
			const simulator = await testSimulator([account()], {bcryptForm});
			expect(await session(signIn(signInContext(simulator), ann, auto))).toMatchObject({
				region: 'eu',
			});
			const last = simulator.requests.filter(({path}) => path === '/account/login').at(-1);
			expect(JSON.parse(last!.body)).toHaveProperty('pwd');
		},
	);

	test('names a wrong password, after every host has said so', async () => {
		const simulator = await testSimulator();
		const error = await failure(signIn(signInContext(simulator), {...ann, password: 'no'}, auto));
		expect(error).toMatchObject({code: 'wrong-password', exitCode: 4});
		expect(error.hint).not.toBe('');
	});

	test('prefers a wrong password to what the other hosts had to say', async () => {
		const simulator = await testSimulator([account()], {
			fault: ({host}) => (host === 'eu' ? undefined : 'http-500'),
		});
		const error = await failure(signIn(signInContext(simulator), {...ann, password: 'no'}, auto));
		expect(error.code).toBe('wrong-password');
	});

	test.each([
		['forbidden', 'sign-in-refused'],
		['unauthorized', 'sign-in-refused'],
		['http-502', 'server-error'],
		['html', 'unexpected-response'],
		['torn-json', 'unexpected-response'],
		['reset', 'offline'],
		['too-many-silent', 'rate-limited'],
	] as const)('names a login that meets %s: %s', async (fault, code) => {
		const simulator = await testSimulator([account()], {fault: () => fault});
		expect((await failure(signIn(signInContext(simulator), ann, {region: 'eu'}))).code).toBe(code);
	});

	test('gives up on a host that says nothing', async () => {
		const simulator = await testSimulator([account()], {fault: () => 'stall'});
		const error = await failure(signIn(signInContext(simulator, 100), ann, {region: 'eu'}));
		expect(error.code).toBe('timeout');
	});

	test('keeps the likeliest region when the network fails after the login', async () => {
		const simulator = await testSimulator([account()], {
			fault: ({path}) => (path === '/activity/query' ? 'reset' : undefined),
		});
		expect(await session(signIn(signInContext(simulator), ann, auto))).toMatchObject({
			region: 'eu',
		});
		expect(asked(simulator).filter((line) => line.includes('login'))).toHaveLength(1);
	});

	test('stops at once when cancelled', async () => {
		const simulator = await testSimulator([account()], {fault: () => 'stall'});
		const stop = new AbortController();
		const context = {...signInContext(simulator), signal: stop.signal};
		const signingIn = signIn(context, ann, auto);
		stop.abort();
		await expect(signingIn).rejects.toMatchObject({name: 'AbortError'});
	});
});

describe('two-factor sign-in', () => {
	const secured = () => account({twoFactor: true, region: 'cn', dataRegion: 'cn'});

	test('has the code mailed by the account’s own region and finishes with it', async () => {
		const simulator = await testSimulator([secured()]);
		const context = signInContext(simulator);
		const result = await signIn(context, ann, auto);
		if (result.kind !== 'code-needed') {
			throw new Error('no code was asked for');
		}

		const [code] = simulator.accounts.mailbox(ann.email);
		const found = await answerChallenge(context, result.challenge, code!);
		expect(found).toMatchObject({region: 'cn', userId: '445823834382155776', email: ann.email});
		expect(asked(simulator)).toEqual([
			'us /account/login',
			'cn /account/captcha',
			'cn /account/2fa/login/verify',
			'cn /activity/query',
		]);
	});

	test('leaves the challenge usable after a wrong code', async () => {
		const simulator = await testSimulator([secured()]);
		const context = signInContext(simulator);
		const result = await signIn(context, ann, auto);
		if (result.kind !== 'code-needed') {
			throw new Error('no code was asked for');
		}

		const error = await failure(answerChallenge(context, result.challenge, '000000'));
		expect(error).toMatchObject({code: 'wrong-code', exitCode: 4});
		const code = simulator.accounts.mailbox(ann.email).at(-1);
		await expect(answerChallenge(context, result.challenge, code!)).resolves.toBeDefined();
	});
});

describe('a pasted token', () => {
	test('is taken over without a login, wherever it lives', async () => {
		const simulator = await testSimulator([account({region: 'sg', dataRegion: 'sg'})]);
		const token = simulator.accounts.issueToken(simulator.accounts.find(ann.email)!);
		const found = await adoptToken(signInContext(simulator), token, auto);
		expect(found).toMatchObject({region: 'sg', accessToken: token, email: ann.email});
		expect(asked(simulator).some((line) => line.includes('login'))).toBe(false);
	});

	test('is refused with a name when no region knows it', async () => {
		const simulator = await testSimulator();
		const error = await failure(adoptToken(signInContext(simulator), 'F'.repeat(32), auto));
		expect(error).toMatchObject({code: 'session-expired', exitCode: 4});
		expect(error.message).not.toContain('FFFF');
	});
});
