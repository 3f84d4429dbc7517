import path from 'node:path';
import {openConfigFolder} from '../disk/config-folder.js';
import type {Credentials} from '../domain/session.js';
import {createDemoAccount, demoCredentials} from '../simulator/demo-account.js';
import {startSimulator} from '../simulator/start-simulator.js';

/** A COROS of this process's own. Close it at the end. */
export type Demo = {
	readonly baseUrl: string;
	/** Settings and session of the demo, apart from the real ones. */
	readonly configFolder: string;
	readonly credentials: Credentials;
	close(): Promise<void>;
};

// A service far away would feel like this; without it, progress is over before it can be seen.
const latencyMs = 40;

/**
 * Starts the built-in COROS on 127.0.0.1. The demo's session of the last run is still good there, as
 * a real one would be.
 */
export const startDemo = async (configFolder: string | undefined): Promise<Demo> => {
	const account = createDemoAccount();
	const simulator = await startSimulator({accounts: [account], behaviour: {latencyMs}});
	const folder = path.join(configFolder ?? openConfigFolder().path, 'demo');
	const session = openConfigFolder(folder).session();
	if (session) {
		simulator.accounts.admit(account, session.accessToken);
	}

	return {
		baseUrl: simulator.baseUrl,
		configFolder: folder,
		credentials: demoCredentials,
		close: () => simulator.close(),
	};
};
