// Takes each guard out of a copy of the sources, and sees that its test fails without it: npm run guards.
// A word or more chooses those whose promise holds it: npm run guards -- token link
import {spawnSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {guards} from './list.js';

const root = path.resolve(import.meta.dirname, '../..');
const words = process.argv.slice(2);
const chosen = guards.filter(
	({promise}) => words.length === 0 || words.some((word) => promise.includes(word)),
);

const copy = mkdtempSync(path.join(tmpdir(), 'coros-tui-guards-'));
const left = new Set(['node_modules', 'dist', '.git'].map((name) => path.join(root, name)));
cpSync(root, copy, {recursive: true, filter: (from) => !left.has(from)});
symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');

const toPattern = (name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** How many tests passed and failed; a file that cannot even be loaded counts as one that failed. */
const run = ({test, name}) => {
	const report = path.join(copy, 'report.json');
	rmSync(report, {force: true});
	const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
	const pattern = name === '' ? [] : ['-t', toPattern(name)];
	const flags = ['run', test, ...pattern, '--reporter=json', `--outputFile=${report}`];
	spawnSync(process.execPath, [vitest, ...flags], {cwd: copy, stdio: 'ignore'});
	const {numPassedTests, numFailedTests, testResults} = JSON.parse(readFileSync(report, 'utf8'));
	const broken = testResults.filter(({status, assertionResults}) => {
		return status === 'failed' && assertionResults.length === 0;
	});
	return {passed: numPassedTests, failed: numFailedTests, broken: broken.length};
};

const whole = new Map();
const runWhole = (guard) => {
	const key = `${guard.test} ${guard.name}`;
	whole.set(key, whole.get(key) ?? run(guard));
	return whole.get(key);
};

const judge = (guard) => {
	const before = runWhole(guard);
	if (before.passed === 0 || before.failed + before.broken > 0) {
		return 'its test does not pass as it is';
	}

	const file = path.join(copy, guard.file);
	const text = readFileSync(file, 'utf8');
	if (text.split(guard.guard).length !== 2) {
		return 'it does not stand there once';
	}

	writeFileSync(
		file,
		text.replace(guard.guard, () => guard.without),
	);
	const {failed, broken} = run(guard);
	writeFileSync(file, text);
	if (broken > 0) {
		return 'without it nothing can be loaded';
	}

	return failed > 0 ? undefined : 'its test passes without it';
};

let survivors = 0;
try {
	for (const guard of chosen) {
		const fault = judge(guard);
		survivors += fault === undefined ? 0 : 1;
		const ending = fault === undefined ? 'test fails without it' : `NOT PROVED: ${fault}`;
		process.stdout.write(`${guard.promise}: ${ending}\n`);
	}
} finally {
	rmSync(copy, {recursive: true, force: true});
}

process.stdout.write(`${chosen.length - survivors} of ${chosen.length} guards proved\n`);
process.exitCode = survivors === 0 ? 0 : 1;
