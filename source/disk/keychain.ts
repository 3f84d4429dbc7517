import type {spawnSync} from 'node:child_process';
import {createRequire} from 'node:module';
import {platform as systemPlatform} from 'node:os';
import {KnownError} from '../domain/known-error.js';

/** Secrets that the system keeps for whoever is logged in, by name. Every method throws `no-keychain`. */
export type Keychain = {
	read(name: string): string | undefined;
	write(name: string, secret: string): void;
	remove(name: string): void;
};

/** A program to run, and what it is told: a secret on a command line would be seen by others. */
export type KeychainCall = {
	readonly command: string;
	readonly args: readonly string[];
	readonly input?: string;
	/** The exit code that says there is no such secret. */
	readonly absent: number;
};

type Calls = {
	read(name: string): KeychainCall;
	write(name: string, secret: string): KeychainCall;
	remove(name: string): KeychainCall;
};

const service = 'coros-tui';

/** Long enough for somebody to unlock it. */
const patienceMs = 120_000;

// libsecret's own program, for the keyrings of GNOME, KDE and others.
const secretTool: Calls = {
	read: (name) => ({
		command: 'secret-tool',
		args: ['lookup', 'service', service, 'account', name],
		absent: 1,
	}),
	write: (name, secret) => ({
		command: 'secret-tool',
		args: ['store', '--label', 'COROS session', 'service', service, 'account', name],
		input: secret,
		absent: 0,
	}),
	remove: (name) => ({
		command: 'secret-tool',
		args: ['clear', 'service', service, 'account', name],
		absent: 1,
	}),
};

const quote = (text: string): string => `"${text.replaceAll(/["\\]/g, '\\$&')}"`;

// `security -i` reads its commands from standard input, where nobody else sees them.
const security: Calls = {
	read: (name) => ({
		command: 'security',
		args: ['find-generic-password', '-s', service, '-a', name, '-w'],
		absent: 44,
	}),
	write: (name, secret) => ({
		command: 'security',
		args: ['-i'],
		input: `add-generic-password -U -s ${service} -a ${quote(name)} -w ${quote(secret)}\n`,
		absent: 0,
	}),
	remove: (name) => ({
		command: 'security',
		args: ['delete-generic-password', '-s', service, '-a', name],
		absent: 44,
	}),
};

/** How a system's keychain is spoken to; undefined where it has none that a program can ask. Pure. */
export const keychainCalls = (platform: NodeJS.Platform): Calls | undefined => {
	switch (platform) {
		case 'darwin':
			return security;
		case 'win32':
			return undefined;
		default:
			return secretTool;
	}
};

// Loaded when a keychain is asked, and not at every start; an import would have to be waited for.
const loadSpawn = (): typeof spawnSync =>
	createRequire(import.meta.url)('node:child_process').spawnSync;

const run = ({command, args, input, absent}: KeychainCall): string | undefined => {
	const {error, status, stdout, stderr} = loadSpawn()(command, args, {
		encoding: 'utf8',
		timeout: patienceMs,
		...(input !== undefined && {input}),
	});
	// secret-tool ends alike whether it finds nothing or nobody to ask, but says so only then.
	if (status === absent && absent !== 0 && stderr.trim() === '') {
		return undefined;
	}

	if (error || status !== 0) {
		const {code} = (error ?? {}) as NodeJS.ErrnoException;
		const why = code === 'ENOENT' ? `${command} is not installed` : `${command} failed`;
		throw new KnownError('no-keychain', {detail: why});
	}

	return stdout.replace(/\n$/, '');
};

/** The keychain of this system. */
export const createKeychain = (platform = systemPlatform()): Keychain => {
	const calls = (): Calls => {
		const found = keychainCalls(platform);
		if (!found) {
			throw new KnownError('no-keychain', {detail: 'this system has none that can be asked'});
		}

		return found;
	};

	return {
		read: (name) => run(calls().read(name)),
		write(name, secret) {
			run(calls().write(name, secret));
		},
		remove(name) {
			run(calls().remove(name));
		},
	};
};
