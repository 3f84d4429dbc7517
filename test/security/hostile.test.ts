import {readdirSync, readFileSync} from 'node:fs';
import {createServer, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {Readable} from 'node:stream';
import {createBrotliCompress, createGzip} from 'node:zlib';
import {afterAll, describe, expect, onTestFinished, test} from 'vitest';
import {toFileUrl} from '../../source/coros/file-link.js';
import {toRegion} from '../../source/coros/hosts.js';
import {parseJson} from '../../source/coros/parse-json.js';
import {archiveFolder} from '../helpers/backup.js';
import {runProgram} from '../helpers/run-program.js';
import {smallActivity} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const measured: string[] = [];
afterAll(() => {
	process.stdout.write(`peak memory of the program\n${measured.join('\n')}\n`);
});

type Routes = {
	readonly account?: (response: ServerResponse) => void;
	readonly list?: (response: ServerResponse, page: number) => void;
	readonly link?: (response: ServerResponse, origin: string) => void;
	readonly file?: (response: ServerResponse) => void;
};

const json = (response: ServerResponse, data: unknown) =>
	response.end(
		typeof data === 'string' ? data : JSON.stringify({result: '0000', message: 'OK', data}),
	);

const item = (index: number, more: object = {}) => ({...smallActivity(index).item, ...more});

/** A COROS that means harm, and how often it was asked. */
const startHostile = async (routes: Routes) => {
	let requests = 0;
	const server = createServer((request, response) => {
		requests += 1;
		response.on('error', () => {});
		const {pathname, searchParams} = new URL(request.url ?? '/', 'http://x');
		const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		request.resume();
		switch (pathname) {
			case '/account/query':
				if (routes.account) {
					routes.account(response);
				} else {
					json(response, {userId: '1', email: 'ann@example.org'});
				}
				break;
			case '/activity/query':
				if (routes.list && searchParams.get('size') === '200') {
					routes.list(response, Number(searchParams.get('pageNumber')));
				} else {
					json(response, {count: 1, dataList: [item(0)]});
				}
				break;
			case '/activity/detail/download':
				if (routes.link) {
					routes.link(response, origin);
				} else {
					json(response, {fileUrl: `${origin}/file`});
				}
				break;
			default:
				if (routes.file) {
					routes.file(response);
				} else {
					response.end(smallActivity(0).file('fit'));
				}
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		requests: () => requests,
	};
};

// Small on purpose: what grows without end shows as a crash, not as a number.
const usual = {heapMb: 128, mostMb: 420};

// A list is kept in memory, so its bound is what a hundred thousand activities take.
const forLists = {heapMb: 768, mostMb: 1100};

const meter = `data:text/javascript,${encodeURIComponent(
	"process.on('exit',()=>process.stderr.write('\\nPEAK '+process.resourceUsage().maxRSS+'\\n'))",
)}`;

const attack = async (
	name: string,
	routes: Routes,
	args: readonly string[] = ['backup', '--format', 'fit', '--verbose'],
	limit: {readonly heapMb: number; readonly mostMb: number} = usual,
) => {
	const hostile = await startHostile(routes);
	const root = temporaryFolder();
	const result = await runProgram(args, {
		env: {
			HOME: root,
			COROS_TUI_BASE_URL: hostile.origin,
			COROS_TUI_CONFIG_DIR: path.join(root, 'config'),
			COROS_TUI_BACKUP_DIR: archiveFolder({root}),
			COROS_TUI_RETRY_DELAY: '1',
			COROS_TUI_TIMEOUT: '5000',
			COROS_TUI_TOKEN: 'A'.repeat(32),
			NODE_OPTIONS: `--max-old-space-size=${limit.heapMb} --import=${meter}`,
		},
	});
	const peakMb = Number(/\nPEAK (\d+)/.exec(result.stderr)?.[1]) / 1024;
	expect(peakMb, result.stderr).toBeLessThan(limit.mostMb);
	measured.push(
		`${name}: ${Math.round(peakMb)} MB, exit ${result.code}, ${hostile.requests()} requests`,
	);
	const stderr = result.stderr.replace(/\nPEAK \d+\n/, '');
	// Nothing acts on a terminal, whichever stream it is.
	expect(result.stdout + stderr).not.toMatch(
		/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/,
	);
	expect(stderr).not.toMatch(/\n\s+at .+:\d+/);
	const names = readdirSync(root, {recursive: true, encoding: 'utf8'}).sort();
	expect(names.filter((one) => !/^(config|archive)([/\\]|$)/.test(one))).toEqual([]);
	expect(names.filter((one) => one.endsWith('.part'))).toEqual([]);
	return {...result, stderr, root, names, requests: hostile.requests()};
};

const endless = (response: ServerResponse, piece: string | Buffer, begin = '') => {
	const bytes = Buffer.from(piece);
	const chunk = Buffer.concat(Array(Math.max(1, Math.floor(65_536 / bytes.length))).fill(bytes));
	response.write(begin);
	const source = new Readable({
		read() {
			this.push(chunk);
		},
	});
	source.pipe(response);
	response.on('close', () => source.destroy());
};

const bomb = (response: ServerResponse, encoding: 'gzip' | 'br', piece: string) => {
	response.writeHead(200, {'content-encoding': encoding});
	const press = encoding === 'gzip' ? createGzip() : createBrotliCompress();
	const chunk = Buffer.from(piece.repeat(Math.floor(65_536 / piece.length)));
	const source = new Readable({
		read() {
			this.push(chunk);
		},
	});
	source.pipe(press).pipe(response);
	response.on('close', () => {
		source.destroy();
		press.destroy();
	});
};

describe('an answer without an end exhausts nothing', () => {
	const lists: Array<[string, (response: ServerResponse) => void]> = [
		['endless space', (response) => endless(response, ' ')],
		[
			'endless items',
			(response) => endless(response, '{"labelId":"1"},', '{"result":"0000","data":{"dataList":['),
		],
		['one endless string', (response) => endless(response, 'a', '{"result":"')],
		['a gzip bomb', (response) => bomb(response, 'gzip', ' ')],
		['a brotli bomb', (response) => bomb(response, 'br', '[')],
		[
			'a hundred thousand levels',
			(response) =>
				json(
					response,
					`{"result":"0000","data":{"dataList":[{"x":${'['.repeat(1e5)}${']'.repeat(1e5)}}]}}`,
				),
		],
		['seven million bytes of levels', (response) => json(response, '['.repeat(7e6))],
		[
			'two million objects',
			(response) =>
				json(response, `{"result":"0000","data":{"dataList":[${'{},'.repeat(2e6)}{}]}}`),
		],
		[
			'a number of seven million digits',
			(response) => json(response, `{"result":"0000","data":{"count":${'1'.repeat(7e6)}}}`),
		],
		['quotes that never close', (response) => json(response, `{"result":"${'\\"'.repeat(3.5e6)}`)],
		['nothing at all', (response) => response.end('{"result":"0000","message":"OK"}')],
		[
			'a length that lies',
			(response) => response.writeHead(200, {'content-length': '10000000000'}).write('{'),
		],
	];
	test.each(lists)('as the list: %s', async (name, list) => {
		const {code} = await attack(`list, ${name}`, {list});
		expect(code).toBe(5);
	});

	test('as a file: one that never ends is cut off, once, and not kept', async () => {
		let fetched = 0;
		const {code, names} = await attack(
			'file, endless',
			{
				file: (response) => {
					fetched += 1;
					endless(response, smallActivity(0).file('fit') as Buffer);
				},
			},
			['backup', '--format', 'csv'],
		);
		expect(code).toBe(3);
		expect(fetched).toBe(1);
		expect(names.filter((one) => one.endsWith('.csv'))).toEqual([]);
	});
});

describe('a list without an end', () => {
	const page = (number: number, more: object = {}) =>
		Array.from({length: 200}, (_, index) => item(number * 200 + index, more));

	test('is left after one page more where every page is the same', async () => {
		const {requests, code} = await attack(
			'the same page for ever',
			{
				list: (response) => json(response, {count: 1e9, dataList: page(0)}),
			},
			['list', '--json'],
		);
		expect(code).toBe(0);
		expect(requests).toBeLessThan(30);
	});

	test('is left where its pages are fat', async () => {
		const {code, stderr} = await attack(
			'fat pages for ever',
			{
				list: (response, number) =>
					json(response, {count: 1e9, dataList: page(number, {x: 'a'.repeat(30_000)})}),
			},
			['list', '--json'],
			forLists,
		);
		expect(code).toBe(5);
		expect(stderr).toContain('a list without an end');
	});

	test('names an activity once, however often a page does', async () => {
		const {code, stdout} = await attack(
			'the same item again',
			{list: (response) => json(response, {count: 3, dataList: [item(1), item(1), item(2)]})},
			['list', '--json'],
		);
		expect(code).toBe(0);
		expect(stdout.trim().split('\n')).toHaveLength(2);
	});

	test('does not grow while it is read', async () => {
		const {code, requests} = await attack(
			'totals that grow',
			{
				list: (response, number) =>
					json(response, {count: 400 + number * 1000, dataList: page(number)}),
			},
			['list', '--json'],
		);
		expect(code).toBe(0);
		expect(requests).toBeLessThan(40);
	});
});

describe('hostile words', () => {
	const words = [
		'../../x',
		'/etc/passwd',
		'C:\\x',
		'a'.repeat(300),
		'a\u0000b',
		'\u001B[2J\u001B]0;x\u0007',
		'\u001B]52;c;eA==\u0007',
		'\u202Egpj.exe',
		'\uD800',
		'\u009B2J',
		'__proto__',
		'constructor',
		'<script>',
		'%n%s',
		'\r\nX: y',
		'CON',
	];

	test('as names, devices and messages are written nowhere but into metadata, and act on no terminal', async () => {
		const dataList = words.map((word, index) =>
			item(index, {name: word, device: word, [word]: word, toString: word}),
		);
		const routes: Routes = {
			list: (response) => json(response, {count: words.length, dataList}),
			link: (response) =>
				json(response, `{"result":"\\u001b[2J9","message":"\\u001b]0;x\\u0007\\u202eno"}`),
		};
		const backup = await attack('hostile names', routes);
		expect(backup.code).toBe(0);
		expect(backup.stderr).toContain('not available');
		for (const args of [
			['list'],
			['list', '--json'],
			['backup', '--json', '--dry-run'],
			['whoami'],
		]) {
			const {code} = await attack(
				`hostile names, ${args.join(' ')}`,
				{
					...routes,
					account: (response) =>
						json(response, {userId: '1', email: '\u001B[2Jx@y\u202E', nickname: '\u009B2J'}),
				},
				args,
			);
			expect(code, args.join(' ')).toBe(0);
		}
	});

	test('as ids, days and numbers cost their own activity and no other, and name no file', async () => {
		const ids = [...words, '-1', '1.5', '1e30', '', null, [], {}, true, '9'.repeat(300)];
		const dataList = [
			...ids.map((labelId, index) => item(index, {labelId})),
			...words.map((date, index) => item(100 + index, {date, startTime: null})),
			item(500),
			item(500),
			item(501, {distance: 1e308, startTimezone: 1e9, sportType: 'constructor', totalTime: -1e308}),
		];
		const {code, names, root} = await attack(
			'hostile ids',
			{
				list: (response) => json(response, {count: dataList.length, dataList}),
				file: (response) => response.end('"Split","Time"\n"1","00:20:00"\n"Summary","00:20:00"\n'),
			},
			['backup', '--format', 'csv'],
		);
		expect([0, 3]).toContain(code);
		const archive = names
			.filter((one) => one.startsWith(`archive${path.sep}`))
			.map((one) => path.basename(one));
		for (const name of archive) {
			expect(name).toMatch(
				/^(\d{4}-\d\d-\d\d_\d{1,24}(\.csv|-metadata\.json)|\.corosexport_state\.json)$/,
			);
		}

		expect(
			readFileSync(path.join(archiveFolder({root}), '.corosexport_state.json'), 'utf8'),
		).toContain('coros_tui');
	});

	test.each(words)('as who is signed in: %j', async (word) => {
		for (const field of ['userId', 'accessToken', 'regionId']) {
			const {code} = await attack(
				'hostile account',
				{
					account: (response) => json(response, {userId: '1', [field]: word}),
				},
				['backup', '--format', 'fit', '--dry-run'],
			);
			expect([0, 5], field).toContain(code);
		}
	});

	test('as a region are none', () => {
		for (const word of ['constructor', '__proto__', 'toString', '../us', 'us', {}, null]) {
			expect(toRegion(word)).toBeUndefined();
		}

		expect(toRegion('3')).toBe('eu');
	});

	test('as keys of an answer change nothing but that answer', () => {
		parseJson('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
		expect(parseJson('{"result":"1","result":"0000"}')).toEqual({result: '0000'});
	});
});

describe('a hostile link', () => {
	const links = [
		'file:///etc/passwd',
		'http://s3.coros.com/x',
		'http://169.254.169.254/latest/meta-data',
		'https://169.254.169.254/',
		'https://[fd00:ec2::254]/',
		'https://metadata.google.internal/',
		'https://10.0.0.1/',
		'https://coros.com.evil.example/x',
		'https://evilcoros.com/x',
		'https://coros.com@evil.example/x',
		'https://ann:x@s3.coros.com/x',
		'https://s3.coros.com.',
		'https://coros\u3002com.evil.example/',
		'data:text/plain,x',
		'javascript:1',
		'https://localhost/x',
		'https://127.0.0.1/x',
		'ftp://s3.coros.com/x',
		'\\\\evil\\x',
		`https://${'a'.repeat(100_000)}.example/`,
	];

	test.each(links)('is not followed: %.60s', (link) => {
		const error = (() => {
			try {
				return toFileUrl(link, 'https://teameuapi.coros.com');
			} catch (thrown) {
				return thrown;
			}
		})();
		expect(error).toMatchObject({code: 'link-refused'});
		expect(String((error as Error).message).length).toBeLessThan(400);
	});

	test.each([
		'http://169.254.169.254/latest',
		'file:///etc/passwd',
		'https://evil.example/x',
		'//evil.example/x',
	])('is not followed either where a redirect leads to it: %s', async (location) => {
		const {code, stderr} = await attack('redirect', {
			file: (response) => response.writeHead(302, {location}).end(),
		});
		expect(code).toBe(3);
		expect(stderr).toContain('leads somewhere it should not');
	});
});
