import {spawn, spawnSync} from 'node:child_process';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {userInfo} from 'node:os';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {ann} from '../helpers/simulator.js';
import {asRoot, canTry, isForReal, isRoot, untilBackedUp} from './for-real.js';
import {createWorld, example} from './world.js';

const cron = '/usr/sbin/cron';
const spool = '/var/spool/cron/crontabs';

const isHere = canTry('cron', 'linux', () => {
	if (!existsSync(cron) || !existsSync(spool)) {
		return 'no cron as Debian has it';
	}

	if (!isRoot && !isForReal('cron')) {
		return 'not root';
	}

	const {status} = spawnSync(...asRoot('unshare', '--mount', 'true'));
	return status === 0 ? undefined : 'no mounts of one’s own';
});

// A cron beside the machine's own, which sees one table and none of the machine's. It ends with its input.
const ownCron = `set -e
mount -t tmpfs none /run
mount -t tmpfs none /etc/cron.d
mount -t tmpfs none ${spool}
test ! -e /etc/crontab || mount --bind /dev/null /etc/crontab
install -m 600 -o "$1" "$2" "${spool}/$1"
${cron} -f &
read -r _ || true
kill $!`;

test.runIf(isHere)(
	'cron backs up, with the table’s settings and nothing else',
	{timeout: 150_000},
	async () => {
		const {simulator, shell, home, install} = await createWorld();
		// The session is where it is without any setting: below the home.
		const login = `coros-tui login --email ${ann.email} --password-command 'pass show coros'`;
		expect(await shell(login, {COROS_TUI_CONFIG_DIR: undefined})).toMatchObject({code: 0});
		const table = example('cron/crontab')
			.replace('/usr/local/bin', install())
			.replaceAll('/home/ann', home);
		// The line as it stands, for cron to read, and once more for now.
		const [, job] = /^(?:[\d*/,-]+ ){5}(.+)$/m.exec(table)!;
		const settings = {HOME: home, COROS_TUI_BASE_URL: simulator.baseUrl};
		const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
		const file = path.join(home, 'crontab');
		writeFileSync(file, `${lines.join('')}${table}@reboot ${job} 2>"${home}/said"\n`);

		const words = ['--mount', 'sh', '-c', ownCron, 'sh', userInfo().username, file];
		const child = spawn(...asRoot('unshare', ...words), {stdio: ['pipe', 'ignore', 'inherit']});
		const ended = new Promise((resolve) => child.on('close', resolve));
		onTestFinished(async () => {
			child.stdin.end();
			await ended;
		});
		const said = path.join(home, 'said');
		try {
			await untilBackedUp(path.join(home, 'coros'));
		} catch (error) {
			const text = existsSync(said) ? readFileSync(said, 'utf8') : 'the job was not started';
			throw new Error(`cron did not back up:\n${text}`, {cause: error});
		}

		expect(readFileSync(said, 'utf8')).toBe('');
	},
);
