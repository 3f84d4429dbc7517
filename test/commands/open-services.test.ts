import {expect, test} from 'vitest';
import type {Flags} from '../../source/commands/flags.js';
import {flagsOfProfile} from '../../source/commands/open-services.js';
import {parseFlags} from '../../source/commands/parse-flags.js';

const parse = async (...argv: readonly string[]): Promise<Flags> => {
	const flags = await parseFlags(argv);
	if (!flags) {
		throw new Error('no flags');
	}

	return flags;
};

const given = [
	...['--profile', 'anna', '--backup-dir', '/runs/anna', '--format', 'gpx', '--email', 'a@x.org'],
	...['--password-command', 'pass', '--config-dir', '/config', '--concurrency', '3', '--verbose'],
];

test('folder and credentials of one profile are not those of another', async () => {
	const flags = await parse(...given);
	const bare = ['--config-dir', '/config', '--concurrency', '3', '--verbose'];
	expect(flagsOfProfile(flags, 'bob')).toEqual(await parse('--profile', 'bob', ...bare));
	expect(flagsOfProfile(flags, 'default')).toEqual(await parse(...bare));
	const token = await parse('--profile', 'anna', '--token', 'a-token', ...bare);
	expect(flagsOfProfile(token, 'bob')).toEqual(await parse('--profile', 'bob', ...bare));
});

test('who comes back finds what was given', async () => {
	const flags = await parse(...given);
	expect(flagsOfProfile(flags, 'anna')).toBe(flags);
	const unnamed = await parse('--backup-dir', '/runs');
	expect(flagsOfProfile(unnamed, 'default')).toBe(unnamed);
});
