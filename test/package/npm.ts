import {spawnSync} from 'node:child_process';

const kept = [
	'PATH',
	'Path',
	'PATHEXT',
	'SystemRoot',
	'ComSpec',
	'TEMP',
	'TMP',
	'TMPDIR',
	'APPDATA',
	'LOCALAPPDATA',
];

/**
 * Runs `npm` or `npx` without a network and without this machine's settings. Arguments must hold
 * nothing that a shell reads: on Windows both are scripts, which only a shell can start.
 */
export const npm = (
	command: 'npm' | 'npx',
	args: readonly string[],
	{cwd, home}: {readonly cwd: string; readonly home: string},
): string => {
	const env: NodeJS.ProcessEnv = {
		...Object.fromEntries(kept.map((name) => [name, process.env[name]])),
		HOME: home,
		USERPROFILE: home,
		// What Node compiled is no file of the package, and has the simulator's code in it.
		NODE_DISABLE_COMPILE_CACHE: '1',
		npm_config_offline: 'true',
		npm_config_audit: 'false',
		npm_config_fund: 'false',
		npm_config_update_notifier: 'false',
	};
	const {status, stdout, stderr} = spawnSync(command, args, {
		cwd,
		env,
		encoding: 'utf8',
		shell: process.platform === 'win32',
	});
	if (status !== 0) {
		throw new Error(`${command} ${args.join(' ')} ended with ${status}\n${stdout}${stderr}`);
	}

	return stdout;
};
