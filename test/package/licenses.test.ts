import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {isAllowed, licenseProblem, readThirdParties} from '../../scripts/third-party.js';
import {projectRoot} from '../helpers/consumer.js';

test('every package in the bundle comes with a licence that goes with this project’s own', async () => {
	const parties = await readThirdParties();
	const names = parties.map(({name}) => name);
	expect(names).toEqual(expect.arrayContaining(['ink', 'react', 'conf', 'undici', 'yargs']));
	expect(parties.map(licenseProblem).filter(Boolean)).toEqual([]);
	for (const {text} of parties) {
		expect(text).toMatch(/copyright/i);
	}
});

test('a text that a package forgot is kept only as long as it is needed', async () => {
	const parties = await readThirdParties();
	const folder = path.join(projectRoot, 'scripts/license-texts');
	const text = readFileSync(path.join(folder, 'yoga-layout.txt'), 'utf8').trim();
	expect(parties.find(({name}) => name === 'yoga-layout')?.text).toBe(text);
});

test('a missing text and a licence that asks for more are noticed', () => {
	const party = {name: 'x', version: '1.0.0', license: 'MIT', text: 'Copyright (c) Ann'};
	expect(licenseProblem(party)).toBeUndefined();
	expect(licenseProblem({...party, text: ''})).toContain('without the text');
	expect(licenseProblem({...party, license: 'GPL-3.0-only'})).toContain('GPL-3.0-only');
	expect(isAllowed('(MIT OR GPL-3.0-only)')).toBe(true);
	expect(isAllowed('(MIT AND GPL-3.0-only)')).toBe(false);
	expect(isAllowed('SEE LICENSE IN LICENSE')).toBe(false);
	expect(isAllowed(String(undefined))).toBe(false);
});
