import {SaxesParser} from 'saxes';
import {expect, test} from 'vitest';
import {fc} from '../helpers/fast-check.js';
import {inspect} from './inspect.js';

/** Whether saxes, a strict reader, finds the document well-formed. */
const isWellFormed = (text: string): boolean => {
	let errors = 0;
	const parser = new SaxesParser();
	parser.on('error', () => {
		errors += 1;
	});
	parser.write(text).close();
	return errors === 0;
};

const piece = fc.constantFrom(
	'<trk>',
	'</trk>',
	'<trk a="1>2" b=\'"\'/>',
	'<x:ext-1.2 xmlns:x = "z">',
	'</x:ext-1.2 >',
	'text &amp; &#65; more',
	'<!-- <trk> - -->',
	'<![CDATA[</trk> ]]>',
	'<?target <trk> ?>',
	'\n',
);

test('pieces in any order are accepted exactly if saxes finds them well-formed', () => {
	let wellFormed = 0;
	fc.assert(
		fc.property(fc.array(piece, {maxLength: 8}), (pieces) => {
			const text = `<gpx>${pieces.join('')}</gpx>`;
			expect(inspect('gpx', text).ok, text).toBe(isWellFormed(text));
			if (isWellFormed(text)) wellFormed += 1;
		}),
		{numRuns: 3000},
	);
	expect(wellFormed).toBeGreaterThan(300);
	expect(wellFormed).toBeLessThan(2700);
});
