import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {readModuleGraph} from './module-graph.js';

/** Licences under which a package may be part of an Apache-2.0 program. */
export const allowedLicenses = new Set([
	'0BSD',
	'Apache-2.0',
	'BlueOak-1.0.0',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'CC0-1.0',
	'ISC',
	'MIT',
	'Unlicense',
]);

/** Whether a package's `license` field allows its use: of alternatives one suffices. */
export const isAllowed = (license) =>
	String(license)
		.replaceAll(/[()]/g, '')
		.split(/\s+OR\s+/)
		.some((one) => one.split(/\s+AND\s+/).every((part) => allowedLicenses.has(part.trim())));

const packagePattern = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/s;

/** The folders of the packages that are in the bundle. */
const bundledFolders = async () => {
	const graph = await readModuleGraph();
	const folders = graph.flatMap(({modules}) =>
		modules.map((module) => packagePattern.exec(module)?.[1]).filter(Boolean),
	);
	return [...new Set(folders)];
};

const textsOf = (folder) =>
	readdirSync(folder)
		.filter((file) => /^(licen[cs]e|copying|notice)([.-].*)?$/i.test(file))
		.sort()
		.map((file) => path.join(folder, file));

/** For packages that name their licence and forget its text: the text from their own repository. */
const forgottenText = (name) =>
	[path.join(import.meta.dirname, 'license-texts', `${name}.txt`)].filter(existsSync);

const readLicense = (folder) => {
	const {name, version, license} = JSON.parse(
		readFileSync(path.join(folder, 'package.json'), 'utf8'),
	);
	const found = textsOf(folder);
	const text = (found.length > 0 ? found : forgottenText(name))
		.map((file) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim())
		.join('\n\n');
	return {name, version, license, text};
};

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Every package in the bundle with its licence, by name; the same version twice counts once. */
export const readThirdParties = async () => {
	const folders = await bundledFolders();
	const parties = folders.map(readLicense);
	const unique = new Map(parties.map((party) => [`${party.name} ${party.version}`, party]));
	return [...unique.values()].sort(
		(a, b) => compare(a.name, b.name) || compare(a.version, b.version),
	);
};

/** What is wrong with a package's licence, if anything. */
export const licenseProblem = ({name, version, license, text}) => {
	if (!isAllowed(license)) {
		return `${name} ${version} is under ${license}, which is not known to go with Apache-2.0`;
	}

	return text === '' ? `${name} ${version} comes without the text of its licence` : undefined;
};
