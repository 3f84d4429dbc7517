import {readdirSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {parseDocument} from 'yaml';
import {projectRoot, readProject} from '../helpers/consumer.js';

type Step = {readonly uses?: string; readonly run?: string};

type Job = {
	readonly steps: readonly Step[];
	readonly permissions?: Readonly<Record<string, string>>;
	readonly 'timeout-minutes'?: number;
	readonly strategy?: {readonly matrix: Readonly<Record<string, readonly string[]>>};
};

type Workflow = {
	readonly permissions?: Readonly<Record<string, string>>;
	readonly concurrency?: unknown;
	readonly jobs: Readonly<Record<string, Job>>;
};

type Form = {
	readonly name: string;
	readonly description: string;
	readonly body: ReadonlyArray<{
		readonly type: string;
		readonly id?: string;
		readonly attributes: Readonly<Record<string, unknown>>;
	}>;
};

const read = (file: string): unknown => {
	const document = parseDocument(readProject(file), {strict: true, uniqueKeys: true});
	expect({file, errors: document.errors, warnings: document.warnings}).toMatchObject({
		errors: [],
		warnings: [],
	});
	return document.toJS();
};

const filesIn = (folder: string): string[] =>
	readdirSync(path.join(projectRoot, folder), {recursive: true, encoding: 'utf8'})
		.filter((file) => /\.ya?ml$/.test(file))
		.map((file) => `${folder}/${file.split(path.sep).join('/')}`);

const workflows = filesIn('.github/workflows');
const forms = filesIn('.github/ISSUE_TEMPLATE').filter((file) => !file.endsWith('config.yml'));

test('every YAML file of the repository can be read', () => {
	const files = filesIn('.github');
	expect(files.length).toBeGreaterThan(5);
	for (const file of files) {
		expect(read(file), file).toBeTypeOf('object');
	}
});

describe.each(workflows)('%s', (file) => {
	const workflow = () => read(file) as Workflow;

	test('starts with no right but to read, and ends at some time', () => {
		const {permissions, concurrency, jobs} = workflow();
		expect(Object.values(permissions ?? {all: 'write'})).not.toContain('write');
		expect(concurrency).toBeDefined();
		for (const job of Object.values(jobs)) {
			expect(job['timeout-minutes']).toBeGreaterThan(0);
		}
	});

	test('runs only actions of a certain commit, and says which version that is', () => {
		const lines = readProject(file).match(/uses: .+/g) ?? [];
		expect(lines.length).toBeGreaterThan(0);
		for (const line of lines) {
			expect(line).toMatch(/^uses: [\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
		}
	});

	test('runs no script of package.json that is not there', () => {
		const {scripts} = JSON.parse(readProject('package.json')) as {scripts: object};
		const commands = Object.values(workflow().jobs).flatMap(({steps}) =>
			steps.flatMap(({run}) => run ?? []),
		);
		const named = commands.flatMap((command) =>
			[...command.matchAll(/npm (?:run )?(\w+)/g)].map(([, name]) => name ?? ''),
		);
		expect(named).toContain('test');
		const own = new Set(['ci', 'publish', 'pkg']);
		expect(named.filter((name) => !own.has(name) && !(name in scripts))).toEqual([]);
	});
});

test('CI tests from the oldest Node on that the package promises, on three systems', () => {
	const {jobs} = read('.github/workflows/ci.yml') as Workflow;
	const {os, node} = jobs.test!.strategy!.matrix;
	const {engines} = JSON.parse(readProject('package.json')) as {engines: {node: string}};
	expect(`>=${node![0]}`).toBe(engines.node);
	expect(node).toHaveLength(3);
	expect(os).toEqual(['ubuntu-latest', 'macos-latest', 'windows-latest']);
});

describe.each(forms)('%s', (file) => {
	test('is a form that GitHub takes', () => {
		const {name, description, body} = read(file) as Form;
		expect(name.length * description.length).toBeGreaterThan(0);
		const kinds = ['markdown', 'input', 'textarea', 'dropdown', 'checkboxes'];
		for (const {type, id, attributes} of body) {
			expect(kinds).toContain(type);
			const isText = type === 'markdown';
			expect(id === undefined).toBe(isText);
			expect(attributes).toHaveProperty(isText ? 'value' : 'label');
			if (type === 'dropdown') {
				// YAML takes a bare Yes for a truth.
				const options = attributes.options as unknown[];
				expect(options.filter((option) => typeof option !== 'string')).toEqual([]);
			}
		}

		const ids = body.map(({id}) => id).filter(Boolean);
		expect(new Set(ids).size).toBe(ids.length);
	});

	test('warns of secrets wherever it asks for output', () => {
		const text = readProject(file);
		if (text.includes('doctor')) {
			expect(text).toMatch(/\*\*Never paste [^*]*token[^*]*\*\*/s);
			expect(text).toContain('There is no password, token, code or download link');
		}
	});
});
