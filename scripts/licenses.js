// Writes THIRD-PARTY-LICENSES.txt: every package in the bundle with the text of its licence. Fails
// where one is missing, or does not go with this project's own.
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {licenseProblem, readThirdParties} from './third-party.js';

const root = path.resolve(import.meta.dirname, '..');

const parties = await readThirdParties();
const problems = parties.map(licenseProblem).filter(Boolean);
if (problems.length > 0) {
	console.error(problems.join('\n'));
	process.exit(1);
}

const rule = '-'.repeat(80);
const sections = parties.map(
	({name, version, license, text}) => `${rule}\n${name} ${version} (${license})\n\n${text}\n`,
);
const head = `coros-tui contains the following packages, which are not under its own licence.\n`;
writeFileSync(path.join(root, 'THIRD-PARTY-LICENSES.txt'), [head, ...sections].join('\n'));
