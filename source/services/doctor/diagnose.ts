import {hostname} from 'node:os';
import {homeFolder} from '../../disk/home.js';
import type {Finding} from '../../domain/finding.js';
import {createRedact} from '../../domain/redact.js';
import {type Parts, secretsOf} from '../parts.js';
import {checkArchive, checkFolder, checkLock, checkPermissions} from './check-disk.js';
import {checkNetwork} from './check-network.js';
import {checkSession} from './check-session.js';

export type DiagnoseOptions = {
	/** As Node names it: `linux`, `darwin`, `win32`. */
	readonly platform: string;
	/** Limit for everything that is asked of the network, in milliseconds. */
	readonly timeoutMs: number;
	/** What the caller knows of itself: version, terminal and the like. */
	readonly facts: readonly Finding[];
};

// A machine is often named after its owner; whether it is this one is all that matters.
const hideMachine = (text: string): string =>
	text.replace(/(process \d+) on (\S+)/g, (_, run: string, host: string) =>
		host === hostname() ? `${run} on this machine` : `${run} on another machine`,
	);

/**
 * Looks at everything a backup needs, one after the other, and yields what it finds, fit to be shown
 * to strangers. Never signs in, and leaves everything as it is.
 */
export async function* diagnose(
	parts: Parts,
	{platform, timeoutMs, facts}: DiagnoseOptions,
	signal: AbortSignal,
): AsyncGenerator<Finding> {
	const redactSecrets = createRedact({home: homeFolder(), secrets: secretsOf(parts.config)});
	const redact = (text: string) => hideMachine(redactSecrets(text));
	const clean = (finding: Finding): Finding => ({
		...finding,
		what: redact(finding.what),
		...(finding.next !== undefined && {next: redact(finding.next)}),
	});
	const checks = [
		async () => facts,
		() => checkPermissions(parts, platform),
		() => checkSession(parts, timeoutMs, signal),
		() => checkNetwork(parts, timeoutMs, signal),
		() => checkFolder(parts),
		() => checkLock(parts),
		() => checkArchive(parts),
	];
	for (const check of checks) {
		signal.throwIfAborted();
		for (const finding of await check()) {
			yield clean(finding);
		}
	}
}
