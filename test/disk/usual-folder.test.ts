import path from 'node:path';
import Conf from 'conf';
import {expect, test, vi} from 'vitest';
import {type Place, usualConfigFolder} from '../../source/disk/usual-folder.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const place = (platform: NodeJS.Platform, environment: Place['environment'] = {}): Place => ({
	platform,
	environment,
	home: () => path.join('home', 'ann'),
});

test.each<[Place, ...string[]]>([
	[place('darwin'), 'home', 'ann', 'Library', 'Preferences', 'coros-tui'],
	[place('win32'), 'home', 'ann', 'AppData', 'Roaming', 'coros-tui', 'Config'],
	[place('win32', {APPDATA: 'roaming'}), 'roaming', 'coros-tui', 'Config'],
	[place('linux'), 'home', 'ann', '.config', 'coros-tui'],
	[place('freebsd', {XDG_CONFIG_HOME: 'xdg'}), 'xdg', 'coros-tui'],
])('settings and session are where this system keeps such things: %o', (where, ...names) => {
	expect(usualConfigFolder(where)).toBe(path.join(...names));
});

test('where a folder is named for them nobody asks for the home', () => {
	const home = () => {
		throw new Error('asked');
	};
	expect(usualConfigFolder({platform: 'linux', environment: {XDG_CONFIG_HOME: 'x'}, home})).toBe(
		path.join('x', 'coros-tui'),
	);
});

test('it is the folder that conf takes on this system', () => {
	vi.stubEnv('XDG_CONFIG_HOME', temporaryFolder());
	const {path: file} = new Conf({projectName: 'coros-tui', projectSuffix: '', configName: 'x'});
	expect(usualConfigFolder()).toBe(path.dirname(file));
});
