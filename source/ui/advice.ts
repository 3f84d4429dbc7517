import {type ErrorReport, usualHint} from '../domain/known-error.js';

const again = 'Try again, now or later; what is saved stays saved.';

// The table of errors speaks to somebody at a command line; here there are keys.
const advice: {readonly [Code in ErrorReport['code']]?: string} = {
	'wrong-account': 'Choose another folder for this account: the key , opens the settings.',
	'session-expired': 'Press R to sign in again.',
	'sign-in-needed': 'Press R to sign in.',
	'no-keychain':
		'Unlock it and try again. Signing out in the settings, and in again, keeps the session in a file.',
	offline: 'Check the network and try again; what is saved stays saved, and can be looked at.',
	timeout: again,
	'server-error': again,
	'rate-limited':
		'Wait some minutes and try again; if it happens often, let fewer files come at once: the key , opens the settings.',
	'unexpected-response':
		'It may be under maintenance: try again later. If it stays, its private API has changed: please report it.',
	refused: 'Try again later; if it stays, please report it.',
	'file-not-ready': 'COROS makes it on request and may need a while: try again later.',
	'bad-file': 'Nothing was kept. Try again to fetch it anew.',
	'wrong-file': 'Nothing was kept. Try again to fetch it anew.',
	'given-up': 'The next backup fetches it.',
	'damaged-archive': 'Press V: it checks the files and offers to fetch them anew.',
	'unknown-activity': 'Press R to read the list again.',
	incomplete: 'The next backup fetches only what is missing.',
	'folder-busy': 'Wait for it to end, or choose another folder in the settings.',
	'no-folder': 'Press b: a backup makes the folder.',
	'unusable-folder': 'Choose another folder in the settings.',
	'folder-lost':
		'Its disk may have been taken out, or another backup has taken it over. Put it back and try again; what is saved stays saved.',
	'too-many-files': 'Close other programs or raise the limit (ulimit -n), then start anew.',
	'disk-full': 'Free some space and try again; what is saved stays saved.',
	'file-in-use':
		'Close it there, or wait until that program has finished (a viewer, a virus scanner, a program that syncs folders), then try again; what is saved stays saved.',
	'no-permission':
		'Change its owner or mode, or choose another folder: the key , opens the settings.',
	'disk-error': 'Check that the folder is still there and the disk is well, then try again.',
};

/** What to do about a failure, for somebody who is in the app; advice of its own stays. */
export const adviceOn = ({code, hint}: ErrorReport): string =>
	hint === usualHint(code) ? (advice[code] ?? hint) : hint;
