import {gzipSync} from 'node:zlib';
import {describe, expect, test} from 'vitest';
import {exportFormats} from '../../source/domain/export-format.js';
import {buildActivity} from '../fit/build-activity.js';
import {newGpx} from './genuine.js';
import {inspect} from './inspect.js';

const errorDocument = `<?xml version="1.0" encoding="UTF-8"?>
<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>`;

const impostors: [string, string | Uint8Array][] = [
	['an empty body', ''],
	['an empty body', ' \r\n'],
	['a web page', '<!DOCTYPE html>\n<html lang="en"><head><title>COROS</title></head></html>'],
	['a web page', '\uFEFF  <HTML><BODY>502 Bad Gateway</BODY></HTML>'],
	[
		'a web page',
		'<?xml version="1.0"?><!-- XHTML --><html xmlns="http://www.w3.org/1999/xhtml"></html>',
	],
	['a JSON answer', '{"result":"1019","message":"Access token is invalid, log in again"}'],
	['a JSON answer', '\n[{"error":"not found"}]'],
	['an XML error document (NoSuchKey)', errorDocument],
	['an XML error document (AccessDenied)', '<Error><Code>AccessDenied</Code></Error>'],
	['an XML error document', '<Error>\u001b[31m<Code>\u001b[31m</Code></Error>'],
	['a gzip archive', gzipSync(newGpx)],
	['a zip archive', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0)],
];

const reason = (what: string, format: string) => ({
	ok: false,
	reason: `${what} instead of a ${format.toUpperCase()} file`,
	impostor: true,
});

describe.each(exportFormats)('instead of %s', (format) => {
	test.each(impostors)('%s is named (%#)', (what, body) => {
		expect(inspect(format, body)).toEqual(reason(what, format));
		expect(inspect(format, body, [1, 2, 3, 50])).toEqual(reason(what, format));
	});

	test('a long web page is named', () => {
		const page = `<!doctype html><html>${'<p>text, and more</p>'.repeat(5000)}</html>`;
		expect(inspect(format, page)).toEqual(reason('a web page', format));
	});
});

test.each(['gpx', 'tcx', 'kml', 'csv'] as const)('a FIT file instead of %s is named', (format) => {
	expect(inspect(format, buildActivity({seconds: 3}))).toEqual(reason('a FIT file', format));
});

test.each(['fit', 'csv'] as const)('an XML document instead of %s is named', (format) => {
	expect(inspect(format, newGpx)).toEqual(reason('an XML document', format));
});
