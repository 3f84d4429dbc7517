import {spawn, spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {onTestFinished} from 'vitest';

/**
 * A `secret-tool` that keeps its secrets in a folder, as numbers: the suite looks for secrets in
 * every file. It notes its command lines. Returns what finds it.
 */
export const stubKeyring = (root: string): {readonly PATH: string; readonly calls: string} => {
	const folder = path.join(root, 'bin');
	const calls = path.join(root, 'calls.txt');
	mkdirSync(folder, {recursive: true});
	const tool = path.join(folder, 'secret-tool');
	writeFileSync(
		tool,
		`#!${process.execPath}
const fs = require('fs');
const [verb, ...words] = process.argv.slice(2);
fs.appendFileSync(${JSON.stringify(calls)}, verb + ' ' + words.join(' ') + '\\n');
const file = ${JSON.stringify(path.join(root, 'kept'))};
if (verb === 'store') fs.writeFileSync(file, JSON.stringify([...fs.readFileSync(0)].map((byte) => 255 - byte)));
else if (!fs.existsSync(file)) process.exit(1);
else if (verb === 'clear') fs.rmSync(file);
else process.stdout.write(Buffer.from(JSON.parse(fs.readFileSync(file, 'utf8')).map((byte) => 255 - byte)));
`,
	);
	chmodSync(tool, 0o755);
	return {PATH: folder, calls};
};

const programs = ['secret-tool', 'dbus-daemon', 'gnome-keyring-daemon'];

/** Starts a keyring of its own; undefined, said aloud, where its programs are missing. */
export const startKeyring = async (root: string): Promise<NodeJS.ProcessEnv | undefined> => {
	const missing = programs.find((name) => spawnSync(name, ['--version']).error);
	if (missing !== undefined) {
		process.stderr.write(`SKIPPED, no ${missing} on the PATH: a session in a real keyring\n`);
		return undefined;
	}

	const bus = spawn('dbus-daemon', ['--session', '--print-address', '--nofork'], {
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	onTestFinished(() => void bus.kill());
	const address = await new Promise<string>((resolve) => {
		bus.stdout.once('data', (line: Buffer) => resolve(String(line).trim()));
	});
	const env = {
		DBUS_SESSION_BUS_ADDRESS: address,
		XDG_DATA_HOME: path.join(root, 'data'),
		XDG_RUNTIME_DIR: path.join(root, 'run'),
	};
	mkdirSync(env.XDG_RUNTIME_DIR, {mode: 0o700});
	const daemon = spawn(
		'gnome-keyring-daemon',
		['--unlock', '--foreground', '--components=secrets'],
		{env: {...process.env, HOME: root, ...env}, stdio: ['pipe', 'ignore', 'ignore']},
	);
	onTestFinished(() => void daemon.kill());
	daemon.stdin.end('a password of the keyring\n');
	return env;
};
