import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {expectMadePart} from './helpers/made-part.js';

type Rule = {
	/** Rooms it may import; with `?` types only. */
	readonly imports: string;
	/** Node's modules and packages it may import. */
	readonly outside: string;
};

/** The house: who may import whom, and who may touch the world. Nothing below imports upwards. */
const rooms: Readonly<Record<string, Rule>> = {
	domain: {imports: '', outside: ''},
	text: {imports: 'domain', outside: 'string-width'},
	fit: {imports: 'domain', outside: ''},
	inspect: {imports: 'domain fit', outside: ''},
	convert: {imports: 'domain fit', outside: ''},
	coros: {
		imports: 'domain',
		outside: 'undici bcryptjs node:crypto node:http node:https node:stream node:zlib',
	},
	disk: {
		imports: 'domain inspect',
		outside:
			'conf node:fs node:fs/promises node:path node:crypto node:os node:readline node:module node:child_process? node:util',
	},
	backup: {imports: 'domain coros? disk?', outside: ''},
	simulator: {
		imports: 'domain fit',
		outside: 'bcryptjs node:http node:net node:crypto node:zlib node:fs node:path',
	},
	services: {
		imports: 'domain text fit convert coros disk backup simulator',
		outside: 'node:path node:fs node:fs/promises node:os node:child_process',
	},
	ui: {imports: 'domain text backup services? fit?', outside: 'ink react ink-spinner'},
	commands: {
		imports: 'domain text convert backup services ui coros?',
		outside:
			'yargs leven node:child_process node:module node:path node:os node:readline node:stream node:util node:v8',
	},
	'cli.ts': {imports: 'commands', outside: ''},
	'coros-backup.ts': {imports: 'commands', outside: ''},
	library: {imports: 'domain coros disk backup services', outside: ''},
	'index.ts': {imports: 'domain fit convert coros disk backup library', outside: ''},
};

type Import = {readonly from: string; readonly to: string; readonly isType: boolean};

const root = path.resolve(import.meta.dirname, '..');

const sources = readdirSync(path.join(root, 'source'), {recursive: true, encoding: 'utf8'})
	.filter((file) => /\.tsx?$/.test(file))
	.map((file) => `source/${file.split(path.sep).join('/')}`);

const importPattern =
	/^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gms;

const isOnlyTypes = (clause: string): boolean => {
	const names = /\{([^}]*)\}/s.exec(clause)?.[1];
	return (names ?? '-').split(',').every((name) => /^\s*(type\s|$)/.test(name));
};

const importsOf = (file: string): Import[] =>
	[...readFileSync(path.join(root, file), 'utf8').matchAll(importPattern)].map(
		([clause, type, from, dynamic]) => {
			const target = from ?? dynamic ?? '';
			const to = target.startsWith('.')
				? path.posix.join(path.posix.dirname(file), target).replace(/\.js$/, '')
				: target;
			return {from: file, to, isType: type !== undefined || isOnlyTypes(clause)};
		},
	);

const roomOf = (file: string): string => file.split('/')[1] ?? '';

const allows = (list: string, name: string, isType: boolean): boolean => {
	const words = list.split(' ');
	return words.includes(name) || (isType && words.includes(`${name}?`));
};

const broken = (edge: Import): string | undefined => {
	const room = roomOf(edge.from);
	const rule = rooms[room];
	if (!rule) {
		return `${edge.from} stands in no room`;
	}

	const isInside = edge.to.startsWith('source/');
	const target = isInside ? roomOf(edge.to) : edge.to;
	const isHome = isInside && target === room;
	const list = isInside ? rule.imports : rule.outside;
	return isHome || allows(list, target, edge.isType)
		? undefined
		: `${edge.from} must not import ${edge.to}`;
};

const all = sources.flatMap(importsOf);

describe('the house', () => {
	test('has every import follow an arrow, and only the right rooms touch the world', () => {
		expect(sources.length).toBeGreaterThan(50);
		expect(all.map(broken).filter(Boolean)).toEqual([]);
	});

	test('would notice a wrong arrow, a wrong package and a value where types are allowed', () => {
		const edge = (from: string, to: string, isType = false) => broken({from, to, isType});
		expect(edge('source/domain/x.ts', 'source/disk/archive')).toBeDefined();
		expect(edge('source/backup/x.ts', 'node:fs')).toBeDefined();
		expect(edge('source/backup/x.ts', 'source/disk/archive')).toBeDefined();
		expect(edge('source/backup/x.ts', 'source/disk/archive', true)).toBeUndefined();
		expect(edge('source/ui/x.ts', 'source/coros/client', true)).toBeDefined();
	});

	test('is drawn in CONTRIBUTING.md as it is', () => {
		const words = (list: string) => list.split(' ').filter(Boolean);
		const toList = (list: string) => {
			const values = words(list).filter((word) => !word.endsWith('?'));
			const types = words(list)
				.filter((word) => word.endsWith('?'))
				.map((word) => word.slice(0, -1));
			const parts = [values.join(', '), types.length > 0 && `types of ${types.join(', ')}`];
			return parts.filter(Boolean).join('; ') || '–';
		};
		const rows = Object.entries(rooms).map(
			([room, {imports, outside}]) => `| \`${room}\` | ${toList(imports)} | ${toList(outside)} |`,
		);
		expectMadePart('CONTRIBUTING.md', 'rooms', [
			'| room | imports | from outside |',
			'|---|---|---|',
			...rows,
		]);
	});

	test('has no file that imports itself in a circle, not even for a type', () => {
		const next = new Map<string, string[]>();
		for (const {from, to} of all) {
			const key = from.replace(/\.tsx?$/, '');
			next.set(key, [...(next.get(key) ?? []), to]);
		}

		const done = new Set<string>();
		const visit = (file: string, trail: readonly string[]): string[] | undefined => {
			if (trail.includes(file)) {
				return [...trail.slice(trail.indexOf(file)), file];
			}

			if (done.has(file)) {
				return undefined;
			}

			for (const to of next.get(file) ?? []) {
				const circle = visit(to, [...trail, file]);
				if (circle) {
					return circle;
				}
			}

			done.add(file);
			return undefined;
		};
		for (const file of next.keys()) {
			expect(visit(file, [])).toBeUndefined();
		}
	});

	test('has process globals only where the process is meant', () => {
		const allowed =
			/^source\/(commands|ui|cli\.ts|coros-backup\.ts|disk\/(holder|usual-folder)\.ts|services\/archive|library\/surroundings)/;
		const offenders = sources.filter(
			(file) =>
				!allowed.test(file) && /\bprocess\./.test(readFileSync(path.join(root, file), 'utf8')),
		);
		expect(offenders).toEqual([]);
	});

	test('asks the network in two places alone, directly and through a proxy', () => {
		const callers = sources.filter(
			(file) =>
				!file.startsWith('source/simulator/') &&
				/\bfetch\(|'(undici|node:(https?|net|tls))'/.test(
					readFileSync(path.join(root, file), 'utf8'),
				),
		);
		expect(callers.sort()).toEqual([
			'source/coros/direct-request.ts',
			'source/coros/proxied-request.ts',
		]);
	});

	test('keeps files small: one idea each', () => {
		const long = sources.filter(
			(file) => readFileSync(path.join(root, file), 'utf8').split('\n').length > 260,
		);
		expect(long).toEqual([]);
	});
});
