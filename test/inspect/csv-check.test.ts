import {expect, test} from 'vitest';
import {csv} from './genuine.js';
import {inspect} from './inspect.js';

test.each([
	['a header alone', '"Split","Time"'],
	['no quotes', 'Split,Time\n1,00:06:15\n'],
	['semicolons', 'Split;Time\r\n1;2\r\n'],
	['tabs', 'Split\tTime\n'],
	['no summary', csv.slice(0, csv.indexOf('"Summary"'))],
	['a summary that is not last', `${csv}"2","00:01:00"\n`],
	['a summary without a line end', csv.trimEnd()],
	['a last row that only begins alike', 'a,b\nSummaryless,1\n'],
	['a separator, a line end and quotes inside quotes', '"a","b, ""c""\nd"\n"1","2"\n'],
	['a summary inside quotes', '"a","b"\n"1","\nSummary"'],
	['ragged rows', 'a,b\n1\n1,2,3\n'],
])('a table with %s is accepted, but may have been cut', (_, text) => {
	expect(inspect('csv', text)).toEqual({ok: true, startTime: undefined, openEnded: true});
});

test.each([
	['in quotes', csv],
	['with Windows line ends', csv.replaceAll('\n', '\r\n')],
	['without quotes', 'Split,Time\n1,2\nSummary,2\n'],
])('a table that ends in its summary %s is accepted as whole', (_, text) => {
	expect(inspect('csv', text)).toEqual({ok: true, startTime: undefined});
	expect(inspect('csv', text, Array.from(text.split('').keys()))).toEqual({
		ok: true,
		startTime: undefined,
	});
});

test.each([
	['plain text', 'upstream request timeout'],
	['one column', 'Split\n1,2\n'],
	['a separator only inside quotes', '"Split,Time"\n1,2\n'],
])('%s is refused', (_, text) => {
	expect(inspect('csv', text)).toEqual({ok: false, reason: 'no columns in the first line'});
});

test('a table cut anywhere is refused inside a field, and elsewhere not taken for whole', () => {
	const afterHeader = csv.indexOf('\n');
	for (let length = afterHeader; length < csv.length; length += 1) {
		const quotes = csv.slice(0, length).split('"').length - 1;
		const cut = {ok: false, reason: 'ends early: inside a quoted field'};
		const verdict = inspect('csv', csv.slice(0, length));
		expect(verdict, `${length}`).toMatchObject(
			quotes % 2 === 1 ? cut : {ok: true, openEnded: true},
		);
	}
});
