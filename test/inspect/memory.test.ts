import {expect, test} from 'vitest';
import {createInspector} from '../../source/inspect/inspector.js';

const size = 16_384;
const chunks = 4096;
const mebibyte = 2 ** 20;

/** 64 MiB of one thing must leave nothing behind; garbage not yet collected is allowed for. */
const allowed = 32 * mebibyte;

test.each([
	['text', '<gpx><name>', 'x'],
	['the text of a time', '<gpx><trkpt><time>', '2'],
	['a comment', '<gpx><!--', '-'],
	['CDATA', '<gpx><![CDATA[', ']'],
	['a tag', '<gpx><trkpt lat="', '1'],
	['bare ampersands', '<gpx><name>', '&'],
	['elements that open', '<gpx>', '<a>'],
])('%s without an end takes no memory', (_, begin, filler) => {
	const chunk = Buffer.alloc(size, filler);
	const inspector = createInspector('gpx');
	inspector.write(Buffer.from(begin));
	const before = process.memoryUsage();
	for (let count = 0; count < chunks; count += 1) inspector.write(chunk);
	const after = process.memoryUsage();
	expect(after.heapUsed - before.heapUsed + after.external - before.external).toBeLessThan(allowed);
	expect(inspector.end().ok).toBe(false);
});

test('elements of ever other names take no memory', () => {
	const inspector = createInspector('gpx');
	inspector.write(Buffer.from('<gpx>'));
	const before = process.memoryUsage();
	for (let count = 0; count < chunks / 8; count += 1) {
		const names = Array.from({length: 1000}, (_, index) => `name-${count}-${index}`);
		inspector.write(Buffer.from(names.map((name) => `<${name}></${name}>`).join('')));
	}

	const after = process.memoryUsage();
	expect(after.heapUsed - before.heapUsed + after.external - before.external).toBeLessThan(allowed);
	inspector.write(Buffer.from('<trk></trk></gpx>'));
	expect(inspector.end()).toMatchObject({ok: true});
});
