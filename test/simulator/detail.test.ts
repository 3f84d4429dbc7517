import {expect, test} from 'vitest';
import {account, ann, testSimulator} from '../helpers/simulator.js';

test('the detail answers POST alone, and can be large or lack its summary', async () => {
	const one = account();
	const simulator = await testSimulator([one]);
	const token = simulator.accounts.issueToken(simulator.accounts.find(ann.email)!);
	const id = one.activities[0]!.id;
	const ask = async (method: string) => {
		const response = await fetch(`${simulator.hosts.eu}/activity/detail/query?labelId=${id}`, {
			method,
			headers: {AccessToken: token},
		});
		const text = await response.text();
		const {result, data} = JSON.parse(text) as {result: string; data?: Record<string, unknown>};
		return {result, size: text.length, hasSummary: data !== undefined && 'summary' in data};
	};
	expect(await ask('GET')).toMatchObject({result: '1001'});
	expect(await ask('POST')).toMatchObject({result: '0000', hasSummary: true});
	simulator.behaviour.detail = 'no-summary';
	expect(await ask('POST')).toMatchObject({result: '0000', hasSummary: false});
	simulator.behaviour.detail = 'large';
	expect((await ask('POST')).size).toBeGreaterThan(900_000);
});
