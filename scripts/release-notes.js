// Prints what the changelog says of the version of a tag. Fails where the tag, package.json and the
// changelog do not name the same.
import {readFileSync} from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

const fail = (message) => {
	console.error(message);
	process.exit(1);
};

const [tag = ''] = process.argv.slice(2);
const {version} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
if (tag !== `v${version}`) {
	fail(`The tag ${tag} is not v${version}, the version in package.json.`);
}

const changelog = readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8').replaceAll('\r\n', '\n');
const sections = changelog.split(/^## /m).slice(1);
const section = sections.find((one) => one.split(/[\s,]/)[0]?.replace(/^v/, '') === version);
const notes = section?.slice(section.indexOf('\n')).trim();
if (!notes) {
	fail(`CHANGELOG.md says nothing of ${version}: give "## Unreleased" its name.`);
}

console.log(notes);
